/** Wrong usage: the message names the option, where it is about one. Exit code 2. */
export class UsageError extends Error {
  readonly code = 'USAGE'

  constructor(option: string | undefined, fault: string) {
    super(option === undefined ? fault : `--${option}: ${fault}`)
  }
}
