// An API on real stores in a folder of its own; the plan maker alone is a stand-in. Every JSON answer
// is held against its route's schema, so a test cannot pass with an answer that OpenAPI does not promise.
import { decodeOnly } from '@bakwacht/acceptance'
import { NOON } from '@bakwacht/domain/fixture'
import type { PlanMaker } from '@bakwacht/planning'
import type { Registry, Role } from '@bakwacht/registry'
import { createMetrics, type Log, readConfig, silentLog } from '@bakwacht/runtime'
import type { TelemetryStore } from '@bakwacht/telemetry'
import type { InjectOptions } from 'fastify'
import { z } from 'zod'
import { stubPlanMaker } from './plan-maker.fixture.ts'
import { type Api, createApi } from './service.ts'
import { openStores } from './stores.fixture.ts'

export const ADMIN_TOKEN = 'admin-token-of-the-tests'

export interface TestApi extends AsyncDisposable {
  readonly api: Api
  readonly registry: Registry
  readonly telemetry: TelemetryStore
  readonly clock: { now: number }
  /** Asks as an admin (on an open instance as nobody) unless told otherwise; JSON bodies as `payload` objects. */
  ask(method: InjectOptions['method'], path: string, options?: Asking): Promise<Answer>
  /** A token's secret. */
  tokenFor(role: Role, runId?: string): Promise<string>
}

export interface Asking {
  readonly body?: unknown
  readonly raw?: { readonly type: string; readonly text: string | Buffer }
  /** `null`: nobody. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any
}

interface Options {
  readonly env?: Readonly<Record<string, string>>
  readonly planMaker?: (registry: Registry, clock: () => number) => PlanMaker
  readonly log?: Log
}

export async function openApi({
  env,
  planMaker = stubPlanMaker,
  log = silentLog,
}: Options = {}): Promise<TestApi> {
  const clock = { now: NOON }
  const tell = () => clock.now
  const stores = await openStores(tell)
  const { registry, telemetry } = stores
  const config = readConfig(env ?? { BAKWACHT_ADMIN_TOKEN: ADMIN_TOKEN, BAKWACHT_HTTP_PORT: '0' })
  let ids = 0
  const api = createApi({
    config,
    registry,
    telemetry,
    planMaker: planMaker(registry, tell),
    decode: decodeOnly,
    clock: tell,
    log,
    metrics: createMetrics(),
    ids: () => `id-${++ids}`,
    streamPollMs: 10,
  })
  holdToSchemas(api)
  return {
    api,
    registry,
    telemetry,
    clock,
    ask: (method, path, asking = {}) =>
      ask(api, method, path, { token: config.adminToken ?? null, ...asking }),
    async tokenFor(role, runId) {
      const token = {
        name: role,
        role,
        runId: runId ?? null,
        createdAt: clock.now,
        expiresAt: null,
      }
      return (await registry.tokens.issue(token)).secret
    },
    async [Symbol.asyncDispose]() {
      await api.stop()
      await stores[Symbol.asyncDispose]()
    },
  }
}

async function ask(
  { app }: Api,
  method: InjectOptions['method'],
  path: string,
  { body, raw, token = null, headers = {} }: Asking,
): Promise<Answer> {
  const type = raw?.type ?? (body === undefined ? undefined : 'application/json')
  const response = await app.inject({
    method: method ?? 'GET',
    url: path,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(type !== undefined && { 'content-type': type }),
      ...headers,
    },
    ...(raw !== undefined && { payload: raw.text }),
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
  const isJson = response.body !== '' && String(response.headers['content-type']).includes('json')
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: isJson ? response.json() : undefined,
  }
}

function holdToSchemas({ app }: Api): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const responses = request.routeOptions.schema?.response as Record<string, unknown> | undefined
    const schema = schemaOf(responses?.[reply.statusCode])
    if (schema === undefined)
      throw new Error(`${request.url}: no schema for status ${reply.statusCode}`)
    schema.parse(payload)
    return payload
  })
}

function schemaOf(response: unknown): z.ZodType | undefined {
  if (response instanceof z.ZodType) return response
  const content = (response as { content?: Record<string, { schema: z.ZodType }> })?.content
  return content?.['application/json']?.schema
}
