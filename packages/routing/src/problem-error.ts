/** A problem that makes no sense: a bug of the caller, named by job or vehicle and field. */
export class ProblemError extends Error {
  readonly code = 'BAD_PROBLEM'
  /** Whose field is wrong, e.g. `job 'a7'`. */
  readonly subject: string
  readonly field: string

  constructor(subject: string, field: string, got: unknown, wanted: string) {
    super(`${subject}: ${field} is ${String(got)}, expected ${wanted}`)
    this.subject = subject
    this.field = field
  }
}
