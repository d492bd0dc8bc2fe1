/** The file or its configuration is not what was wanted; the message names file, line and column where it can. */
export class InputError extends Error {
  readonly code = 'INPUT'
}
