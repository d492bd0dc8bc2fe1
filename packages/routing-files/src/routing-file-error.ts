/** A file that cannot be read as what it says it is: which file, where in it, what was got and wanted. */
export class RoutingFileError extends Error {
  readonly code = 'BAD_ROUTING_FILE'
  /** Line and field of a text file, path of a JSON file. */
  readonly where: string

  constructor(file: string, where: string, got: unknown, wanted: string) {
    super(`${file}, ${where}: got ${shown(got)}, wanted ${wanted}`)
    this.where = where
  }
}

const LONGEST = 60

function shown(got: unknown): string {
  if (got === undefined) return 'nothing'
  const text = typeof got === 'string' ? `"${got}"` : (JSON.stringify(got) ?? String(got))
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
