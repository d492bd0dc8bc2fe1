import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openBasemap } from '@bakwacht/basemap'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { addAuthorisation } from './auth/authorise.ts'
import type { ApiContext, ApiDependencies, App } from './context.ts'
import { createFleetMap } from './fleet/fleet-map.ts'
import { addRoutes } from './routes/index.ts'
import { DESK_PAGE } from './routes/pages.ts'
import { Background } from './server/background.ts'
import { drain } from './server/drain.ts'
import { errorHandler } from './server/error-handler.ts'
import { addHttpMetrics } from './server/http-metrics.ts'
import { createOnce } from './server/idempotency.ts'
import { readJsonBodies } from './server/json-body.ts'
import { notFoundHandler } from './server/not-found.ts'
import { addOpenApi } from './server/openapi.ts'
import { answerOtherMethods, methodsByPath } from './server/other-methods.ts'
import { addSecurityHeaders } from './server/security-headers.ts'
import { serializerCompiler, validatorCompiler } from './server/validate.ts'
import { EventPulse } from './stream/event-pulse.ts'

const BODY_BYTES = 1024 * 1024
/** To receive a request whole; an import of 10 MB may come over a slow line. */
const REQUEST_MS = 60_000
const KEEP_ALIVE_MS = 72_000

export interface Api {
  readonly app: App
  /** @returns the port that it listens on */
  listen(): Promise<{ readonly port: number }>
  /** Ends streams, answers what was asked, lets work in the background finish. Safe to call twice. */
  stop(): Promise<void>
}

/** The HTTP API with the pages. Does nothing before it is told to listen. */
export function createApi(deps: ApiDependencies): Api {
  const { config } = deps
  const app = createServer(deps)
  const context = contextOf(app, deps)

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(errorHandler(context))
  app.setNotFoundHandler(notFoundHandler(DESK_PAGE))
  readJsonBodies(app)
  app.register(cookie)
  const methods = methodsByPath(app)
  addSecurityHeaders(app, config)
  addHttpMetrics(app, context)
  addAuthorisation(app, context)
  addOpenApi(app)
  addRoutes(app, context)
  answerOtherMethods(app, methods)

  return {
    app,
    async listen() {
      // Else the first page would wait for it; one that cannot be had now is tried again when asked for.
      await context.fleetMap.current().catch(() => undefined)
      await app.listen({ host: config.http.host, port: config.http.port })
      return { port: portOf(app) ?? config.http.port }
    },
    async stop() {
      context.pulse.stop()
      await drain(app)
      await context.background.settled()
      context.basemap.close()
    },
  }
}

function createServer({ config, log }: ApiDependencies): App {
  const { tls } = config
  const options = {
    frameworkErrors: errorHandler({ log }),
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: 200 },
  }
  if (tls === undefined) return fastify(options) as FastifyInstance as App
  const https = { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }
  return fastify({ ...options, https }) as unknown as App
}

function contextOf(app: App, deps: ApiDependencies): ApiContext {
  const { config, registry, log, streamPollMs = 500 } = deps
  return {
    ...deps,
    basemap: openBasemap({ dataDir: config.dataDir, log }),
    fleetMap: createFleetMap(registry, randomUUID().slice(0, 8)),
    pulse: new EventPulse({ events: registry.events, log, everyMs: streamPollMs }),
    once: createOnce(deps),
    background: new Background({ log }),
    publicUrl() {
      if (config.publicUrl !== undefined) return config.publicUrl.replace(/\/+$/, '')
      const scheme = config.tls === undefined ? 'http' : 'https'
      return `${scheme}://${reachable(config.http.host)}:${portOf(app) ?? config.http.port}`
    },
  }
}

function portOf(app: App): number | undefined {
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : undefined
}

function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
