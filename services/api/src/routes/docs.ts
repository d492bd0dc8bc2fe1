// The readable documentation: swagger-ui's own files, read when somebody opens the page.
import { readFile } from 'node:fs/promises'
import type { App } from '../context.ts'

/** Resolved when asked for: the package is part of the answer, not of the start. */
const FILES = {
  'swagger-ui.css': {
    type: 'text/css; charset=utf-8',
    where: () => import.meta.resolve('@fastify/swagger-ui/static/swagger-ui.css'),
  },
  'swagger-ui-bundle.js': {
    type: 'text/javascript; charset=utf-8',
    where: () => import.meta.resolve('@fastify/swagger-ui/static/swagger-ui-bundle.js'),
  },
} as const

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bakwacht · API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`
const START =
  "window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true })\n"

/** swagger-ui writes style attributes; nothing else is loosened. */
const LOOSER_STYLES = "style-src 'self' 'unsafe-inline'"

export function docsRoutes(app: App): void {
  const hidden = { config: { roles: 'public' as const }, schema: { hide: true } }
  app.addHook('onRequest', async (_request, reply) => {
    const policy = String(reply.getHeader('content-security-policy'))
    reply.header('content-security-policy', policy.replace("style-src 'self'", LOOSER_STYLES))
  })
  app.get('/api/docs', hidden, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(PAGE),
  )
  app.get('/api/docs/start.js', hidden, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  )
  for (const [file, { type, where }] of Object.entries(FILES))
    app.get(`/api/docs/${file}`, hidden, async (_request, reply) => {
      const text = await readFile(new URL(where()))
      return reply.type(type).header('cache-control', 'public, max-age=86400').send(text)
    })
}
