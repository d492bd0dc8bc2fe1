import { Problem } from '../server/problem.ts'

/**
 * The text of a file: UTF-8, unless its content type names another charset; without its BOM. Never
 * guessed and never mended, for a wrong letter in a name would be stored for good.
 * @throws Problem `unsupported_media_type` for a charset that nobody knows, `malformed_body` for bytes that are none of it
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError)
      throw new Problem(
        'unsupported_media_type',
        `charset: got "${charset}", wanted one that is known here, e.g. utf-8, windows-1252 or utf-16le`,
      )
    throw new Problem(
      'malformed_body',
      `got bytes that are not ${charset}; save the file as UTF-8, or name what it is, e.g. "text/csv; charset=windows-1252"`,
    )
  }
}
