// `If-None-Match` (RFC 9110, 13.1.2): whether a client has what it asks for.
import type { FastifyRequest } from 'fastify'

const TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g

/** @param tag of what would be sent; compared weakly, as for a read */
export function isKnown({ headers }: FastifyRequest, tag: string): boolean {
  const header = headers['if-none-match']?.trim()
  if (header === undefined) return false
  if (header === '*') return true
  return [...header.matchAll(TAG)].some(([, opaque]) => opaque === tag.replace(/^W\//, ''))
}

/** The same words in another coding are another representation (RFC 9110, 8.8.3.3). */
export const packedTag = (tag: string): string => tag.replace(/"$/, '-gzip"')
