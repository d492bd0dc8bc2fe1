import type { Role } from '@bakwacht/registry'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler of every route that is not public. */
    principal: Principal | null
  }
}

/** Who is asking. */
export interface Principal {
  /** The token's id, `admin` or `open`. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** A driver of this run alone; `null`: not bound. */
  readonly runId: string | null
  /** UTC ms; `null`: for ever. */
  readonly expiresAt: number | null
  /** A browser adds this authority by itself (cookie, open instance), so the origin must be checked. */
  readonly ambient: boolean
}

/** The one who asks, on a route that is not public. */
export function asking(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Error('a public route asked who is asking')
  return request.principal
}
