/** Wrong usage: the message names the option. Exit code 2. */
export class UsageError extends Error {
  readonly code = 'USAGE'

  constructor(option: string, fault: string) {
    super(`--${option}: ${fault}`)
  }
}
