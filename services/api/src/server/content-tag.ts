// Entity tags (RFC 9110, 8.8.3) of what has no version: two things that say the same have the same.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

export const contentTag = (wire: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(wire)).digest('base64url').slice(0, 22)}"`

/**
 * To be called where nothing can come in between. Without the header it lets everything pass.
 * @param stored as it would be sent; `undefined`: it is not there
 * @throws Problem `precondition_failed` when `If-Match` names none of what is stored
 */
export function refuseOther({ headers }: FastifyRequest, stored: unknown): void {
  const header = headers['if-match']
  if (header === undefined) return
  const wanted = header.split(',').map((tag) => tag.trim())
  const tag = stored === undefined ? undefined : contentTag(stored)
  if (tag !== undefined && (wanted.includes('*') || wanted.includes(tag))) return
  throw new Problem(
    'precondition_failed',
    `If-Match: got ${header.slice(0, 60)}, stored is ${tag ?? 'nothing'}`,
  )
}
