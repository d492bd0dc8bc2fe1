/** Wrong usage: the message names the option, where it is about one, what was got and what is wanted. */
export class UsageError extends Error {
  readonly code = 'USAGE'

  constructor(option: string | undefined, fault: string) {
    super(option === undefined ? fault : `--${option}: ${fault}`)
  }
}
