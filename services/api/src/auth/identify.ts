// Finds out who is asking: a bearer token, the session's cookie, or anybody on an open instance.
import { createHash, timingSafeEqual } from 'node:crypto'
import { isLoopback } from '@bakwacht/runtime'
import type { FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { Problem } from '../server/problem.ts'
import type { Principal } from './principal.ts'

export const SESSION_COOKIE = 'bakwacht_session'

type Context = Pick<ApiContext, 'config' | 'registry' | 'clock'>

/** Only an instance that nobody else can reach, and that has no token of its own, runs open. */
export const runsOpen = ({ config }: Pick<ApiContext, 'config'>): boolean =>
  isLoopback(config.http.host) && config.adminToken === undefined

const OPEN: Principal = {
  ...{ id: 'open', name: 'open', role: 'admin', runId: null, expiresAt: null },
  ambient: true,
}

/** @throws Problem `unauthorized` or `invalid_token` */
export async function identify(request: FastifyRequest, context: Context): Promise<Principal> {
  const bearer = bearerOf(request)
  if (bearer !== undefined) return principalOf(bearer, context, false)
  const cookie = request.cookies[SESSION_COOKIE]
  const open = runsOpen(context)
  if (cookie !== undefined)
    return principalOf(cookie, context, true).catch((error) => {
      // Browsers send cookies to every port of a machine: it may be another instance's.
      if (open && error instanceof Problem) return OPEN
      throw error
    })
  if (open) return OPEN
  throw new Problem('unauthorized', 'send "Authorization: Bearer <token>", or sign in first')
}

/** @throws Problem `invalid_token` */
export async function principalOf(
  secret: string,
  { config, registry, clock }: Context,
  ambient: boolean,
): Promise<Principal> {
  if (config.adminToken !== undefined && sameSecret(secret, config.adminToken))
    return { id: 'admin', name: 'admin', role: 'admin', runId: null, expiresAt: null, ambient }
  const token = await registry.tokens.verify(secret, clock())
  if (token === undefined)
    throw new Problem('invalid_token', 'the token is unknown, revoked or expired')
  const { id, name, role, runId, expiresAt } = token
  return { id, name, role, runId, expiresAt, ambient }
}

function bearerOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization
  if (header === undefined) return undefined
  const match = /^Bearer +(\S+)$/i.exec(header)
  if (match?.[1] === undefined)
    throw new Problem('unauthorized', 'Authorization: got another scheme, wanted "Bearer <token>"')
  return match[1]
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const sameSecret = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
