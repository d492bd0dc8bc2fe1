// What every answer says to browsers. Pages load from this server alone, scripts from files alone;
// the map's ground comes from elsewhere where the operator said so, and from there alone.
import type { Config } from '@bakwacht/runtime'
import { basemapOrigin } from '../basemap/shown-basemap.ts'
import type { App } from '../context.ts'

/** @param elsewhere the one other origin that may be asked for data and pictures */
const contentSecurityPolicy = (elsewhere: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data:", elsewhere],
    ["connect-src 'self'", elsewhere],
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
    .map((directive) => [directive].flat().filter(Boolean).join(' '))
    .join('; ')

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

export function addSecurityHeaders(
  app: App,
  { basemap, tls }: Pick<Config, 'basemap' | 'tls'>,
): void {
  const headers = {
    ...HEADERS,
    'content-security-policy': contentSecurityPolicy(basemapOrigin(basemap)),
  }
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (tls !== undefined) reply.header('strict-transport-security', 'max-age=31536000')
    // Answers are somebody's data and change: nothing may keep them, unless a route says otherwise.
    if (request.url.startsWith('/api/v1')) reply.header('cache-control', 'no-store')
  })
}
