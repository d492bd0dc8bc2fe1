// Versions as entity tags (RFC 9110, 13.1).
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

export const etagOf = (version: number): string => `"${version}"`

/** The version in `If-Match`; `*` is whatever there is. */
export function ifMatch(request: FastifyRequest): number | '*' | undefined {
  const header = request.headers['if-match']?.trim()
  if (header === undefined) return undefined
  if (header === '*') return '*'
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header)?.[1]
  if (version === undefined)
    throw new Problem(
      'invalid_request',
      `If-Match: got ${header.slice(0, 60)}, wanted a version like "3"`,
    )
  return Number(version)
}

/** @throws Problem `precondition_required` without the header, `precondition_failed` if it is another */
export function expectedVersion(request: FastifyRequest, current: number): number {
  const wanted = ifMatch(request)
  if (wanted === undefined)
    throw new Problem('precondition_required', `send If-Match: ${etagOf(current)}`, {
      current_version: current,
    })
  if (wanted === '*' || wanted === current) return current
  throw new Problem('precondition_failed', `got version ${wanted}, stored is ${current}`, {
    current_version: current,
  })
}
