// The image's health check: is this container's backend alive?
const port = process.env.BAKWACHT_HTTP_PORT ?? '8080'
const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => ({ ok: false }))
process.exit(ok ? 0 : 1)
