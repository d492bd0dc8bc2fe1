import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { silentLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { serveOperations } from './operations-server.ts'

test('a process without pages still says how it is', async () => {
  const config = readConfig({ BAKWACHT_HTTP_PORT: '0' })
  let url = ''
  const log = Object.assign(Object.create(silentLog), {
    info: ({ http }: { http: string }) => {
      url = http
    },
  })
  const metrics = createMetrics()
  metrics.counter('bakwacht_things_total', 'Things.')(3)
  let able = true
  const ready = async () => {
    if (!able) throw new Error('the database is away')
  }
  const running = await serveOperations({ config, metrics, log, ready })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('bakwacht_things_total 3')
  expect((await fetch(`${url}/else`)).status).toBe(404)
  able = false
  const unready = await fetch(`${url}/readyz`)
  expect([unready.status, await unready.json()]).toEqual([
    503,
    { ready: false, why: 'the database is away' },
  ])
  await running.stop()
})
