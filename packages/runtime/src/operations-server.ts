// What an operator asks of a process that serves no pages: alive, ready, metrics.
import { createServer, type ServerResponse } from 'node:http'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Running } from './run-service.ts'

interface Operations {
  readonly config: Config
  readonly metrics: Metrics
  readonly log: Log
  /** Throws when the process cannot do its work now. */
  readonly ready: () => Promise<void>
}

/** Listens on the HTTP host and port for GET /healthz, /readyz and /metrics. */
export async function serveOperations(operations: Operations): Promise<Running> {
  const { config, log } = operations
  const server = createServer((request, response) => {
    answer(operations, request.method === 'GET' ? (request.url ?? '') : '', response).catch(
      (err) => {
        log.error({ err }, 'could not answer')
        response.destroy()
      },
    )
  })
  const { host, port } = config.http
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
  const address = server.address()
  const chosen = typeof address === 'object' && address !== null ? address.port : port
  log.info({ http: `http://${host}:${chosen}` }, 'listening')
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(operations: Operations, path: string, response: ServerResponse) {
  if (path === '/healthz') return response.end('{"status":"alive"}\n')
  if (path === '/readyz') {
    const why = await operations.ready().then(
      () => undefined,
      (error: Error) => error.message,
    )
    response.statusCode = why === undefined ? 200 : 503
    return response.end(`${JSON.stringify({ ready: why === undefined, why })}\n`)
  }
  if (path === '/metrics') {
    const { text, contentType } = await operations.metrics.scrape()
    return response.setHeader('content-type', contentType).end(text)
  }
  response.statusCode = 404
  return response.end()
}
