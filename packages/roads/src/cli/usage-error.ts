/** Wrong usage: the message names what was got and what is wanted. Exit code 2. */
export class UsageError extends Error {
  readonly code = 'USAGE'
}
