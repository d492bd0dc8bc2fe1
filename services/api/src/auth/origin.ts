// Keeps other web sites away from authority that a browser adds by itself.
import { isLoopback } from '@bakwacht/runtime'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../server/problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const FORWARDING_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/** An open instance is for this machine: no rebound DNS name, nothing handed on by a proxy. */
export function refuseForeign(request: FastifyRequest): void {
  const name = hostName(request.headers.host)
  if (name === undefined || !isLoopback(name))
    throw new Problem(
      'foreign_host',
      'Host: got a foreign name, wanted localhost; set BAKWACHT_ADMIN_TOKEN to serve others',
    )
  const handedOn = FORWARDING_HEADERS.find((header) => request.headers[header] !== undefined)
  if (handedOn !== undefined)
    throw new Problem(
      'foreign_host',
      `${handedOn}: an open instance takes no forwarded requests; set BAKWACHT_ADMIN_TOKEN`,
    )
}

/** A change made with ambient authority must come from our own pages, or from no page at all. */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('foreign_origin', `Sec-Fetch-Site: got ${site}, wanted same-origin`)
  const { origin } = request.headers
  if (origin === undefined) return
  const from = URL.parse(origin)
  // The port is left out of an origin when it is the scheme's own, but not always of Host.
  const ours = [`${from?.protocol}//${request.headers.host}`, publicUrl ?? '']
  if (from === null || !ours.some((url) => URL.parse(url)?.host === from.host))
    throw new Problem('foreign_origin', `Origin: got ${origin}, wanted this server's own`)
}

function hostName(host: string | undefined): string | undefined {
  const name = URL.parse(`http://${host ?? ''}`)?.hostname
  return name?.replace(/^\[|\]$/g, '')
}
