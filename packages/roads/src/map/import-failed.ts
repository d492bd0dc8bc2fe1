/** What keeps a map from being imported, in words for whoever asked for it. */
export class ImportFailed extends Error {
  readonly code = 'IMPORT_FAILED'
}
