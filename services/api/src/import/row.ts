/** One container of an import file, as it stands there. */
export interface Row {
  /** The feature's index from 0, or the line of the file from 1. */
  readonly row: number
  /** Fields by the wire's names, not checked yet. */
  readonly fields: Readonly<Record<string, unknown>>
}
