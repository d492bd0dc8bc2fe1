// What an InfluxDB can answer that Debian's cannot be made to: a small real HTTP server says it.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { HOUR, hours, item, NOON } from '../reading.fixture.ts'
import { sqliteBed } from '../sqlite/sqlite-bed.fixture.ts'
import { until } from '../until.fixture.ts'
import { InfluxConnection } from './influx-connection.ts'
import { InfluxFault } from './influx-fault.ts'
import { InfluxSource } from './influx-source.ts'
import { writeOrBury } from './write-or-bury.ts'

interface Asked {
  readonly path: string
  readonly body: string
  readonly authorization: string | undefined
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function influxThat(answer: (asked: Asked) => { status: number; body?: object }) {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { authorization } = request.headers
    const told = answer({ path: request.url ?? '', body, authorization })
    response.writeHead(told.status, { 'content-type': 'application/json' })
    response.end(told.body && JSON.stringify(told.body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a wrong token is said once and keeps everything in SQL', async () => {
  let tries = 0
  const url = await influxThat(() => {
    tries++
    return { status: 401, body: { error: 'unauthorized access' } }
  })
  const bed = await sqliteBed(() => ({ url, token: 'wrong', database: 'x', forwardEveryMs: 10 }))
  const store = await bed.open()
  await store.commit(hours('d-1', NOON, 50))
  await until(() => store.counters.forwardState === 'misconfigured')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(tries).toBe(1)
  expect(store.counters).toMatchObject({ forwardBacklog: 50, forwardErrors: 1 })
  expect(bed.log.lines).toEqual([expect.stringContaining('InfluxDB is misconfigured: 401')])
  await bed.remove()
})

test('a server error is tried again, with a longer pause each time', async () => {
  const times: number[] = []
  const url = await influxThat(() => {
    times.push(performance.now())
    return { status: times.length < 3 ? 503 : 204 }
  })
  const bed = await sqliteBed(() => ({ url, database: 'x', forwardEveryMs: 10 }))
  const store = await bed.open()
  await store.commit([item()])
  await until(() => store.counters.forwarded === 1)
  const [first = 0, second = 0, third = 0] = times
  expect(second - first).toBeGreaterThan(900)
  expect(third - second).toBeGreaterThan(1900)
  expect(store.counters).toMatchObject({ forwardErrors: 2, forwardState: 'running' })
  await bed.remove()
})

test('an error within an HTTP 200 is an error', async () => {
  const url = await influxThat(() => ({
    status: 200,
    body: { results: [{ error: 'database not found: x' }] },
  }))
  const influx = new InfluxConnection({ url, database: 'x' })
  await expect(influx.query('SELECT 1')).rejects.toThrow('database not found: x')
})

test('a user and password go as Basic, a token as Token', async () => {
  const seen: (string | undefined)[] = []
  const url = await influxThat(({ authorization }) => {
    seen.push(authorization)
    return { status: 204 }
  })
  await new InfluxConnection({ url, database: 'x', token: 'user:pass' }).write(['a b=1'])
  await new InfluxConnection({ url, database: 'x', token: 'abc==' }).write(['a b=1'])
  await new InfluxConnection({ url, database: 'x' }).write(['a b=1'])
  expect(seen).toEqual(['Basic dXNlcjpwYXNz', 'Token abc==', undefined])
})

test('a query over too many files, as InfluxDB 3 Core calls it, is asked in halves', async () => {
  const LONGEST = 72 * HOUR
  const spans: number[] = []
  const url = await influxThat(({ body }) => {
    const query = decodeURIComponent(body.slice(2))
    const [from = 0, to = 0] = [...query.matchAll(/(\d{13})ms/g)].map(([, ms]) => Number(ms))
    spans.push(to - from)
    if (to - from > LONGEST) {
      const error = 'Query would exceed file limit of 432 parquet files'
      return { status: 200, body: { results: [{ error }] } }
    }
    const values = Array.from({ length: (to - from) / HOUR }, (_, n) => [from + n * HOUR, 0])
    const columns = ['time', 'flags']
    return { status: 200, body: { results: [{ series: [{ columns, values }] }] } }
  })
  const source = new InfluxSource(new InfluxConnection({ url, database: 'x' }))
  const range = { deviceId: 'd-1', from: NOON, to: NOON + 240 * HOUR }
  const readings = await source.readings(range, 10_000)
  expect(readings.map(({ observedAt }) => (observedAt - NOON) / HOUR)).toEqual(
    Array.from({ length: 240 }, (_, n) => n),
  )
  expect(spans.filter((span) => span > LONGEST)).toHaveLength(3)
})

test('the lines that are refused are found, and no others', async () => {
  const bad = new Set([0, 17, 18, 99])
  let writes = 0
  const influx = {
    write: async (lines: readonly string[]) => {
      writes++
      if (lines.some((line) => bad.has(Number(line)))) throw new InfluxFault('refused', 'partial')
    },
  }
  const lines = Array.from({ length: 100 }, (_, n) => `${n}`)
  const refused = await writeOrBury(influx, lines)
  expect(refused.map(({ index }) => index)).toEqual([...bad])
  expect(writes).toBeLessThan(60)
})

test('while InfluxDB is away no line is called refused', async () => {
  const write = async (lines: readonly string[]) => {
    throw new InfluxFault(lines.length > 4 ? 'refused' : 'away', 'x')
  }
  await expect(writeOrBury({ write }, Array(8).fill('x'))).rejects.toMatchObject({ kind: 'away' })
})
