/** The extract cannot be read, in words for whoever named it. */
export class BadExtract extends Error {
  readonly code = 'BAD_EXTRACT'
}
