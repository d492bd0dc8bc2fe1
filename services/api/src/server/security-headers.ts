// What every answer says to browsers. Pages load from this server alone, scripts from files alone.
import type { App } from '../context.ts'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

export function addSecurityHeaders(app: App, overTls: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (overTls) reply.header('strict-transport-security', 'max-age=31536000')
    // Answers are somebody's data and change: nothing may keep them, unless a route says otherwise.
    if (request.url.startsWith('/api/v1')) reply.header('cache-control', 'no-store')
  })
}
