import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { silentLog } from '@bakwacht/runtime'
import { expect, test } from 'vitest'
import { type Bed, HOUR, openBed, reading, t0 } from '../thresholds.fixture.ts'
import { createAlarmWebhook } from './alarm-webhook.ts'

interface Hook extends AsyncDisposable {
  readonly url: string
  readonly told: Record<string, unknown>[]
  /** What it answers from now on. */
  status: number
}

async function listen(): Promise<Hook> {
  const told: Record<string, unknown>[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (hook.status < 300) told.push(JSON.parse(body))
      response.writeHead(hook.status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const hook: Hook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alarm`,
    told,
    status: 204,
    async [Symbol.asyncDispose]() {
      await new Promise((done) => server.close(done))
    },
  }
  return hook
}

const webhookFor = (bed: Bed, url: string, clock: () => number = () => t0) =>
  createAlarmWebhook({
    events: bed.registry.events,
    url,
    timezone: 'Europe/Brussels',
    clock,
    log: silentLog,
  })

const temperatures = (from: number, ...values: readonly number[]) =>
  values.map((tempC, index) => reading(0, t0 + (from + index) * HOUR, { tempC, fillPct: 90 }))

test('a fire is told with its container and a sentence, a full bin is not', async () => {
  await using bed = await openBed()
  await using hook = await listen()
  await bed.register(1)
  const webhook = await webhookFor(bed, hook.url)
  await bed.commit(temperatures(0, 20, 20, 70))
  await bed.thresholds().round(t0 + 3 * HOUR)
  await webhook.deliver()
  expect(hook.told).toMatchObject([
    {
      container_id: 'c0',
      kind: 'fire',
      severity: 'alarm',
      status: 'open',
      raised_at: '2026-10-05T02:00:00.000Z',
      text: 'Possible fire: 70 °C inside on Monday 5 October at 04:00.',
    },
  ])
  await webhook.deliver()
  expect(hook.told).toHaveLength(1)
})

test('the end of an alarm is told too', async () => {
  await using bed = await openBed()
  await using hook = await listen()
  await bed.register(1)
  const webhook = await webhookFor(bed, hook.url)
  const thresholds = bed.thresholds()
  await bed.commit(temperatures(0, 20, 70))
  await thresholds.round(t0 + 2 * HOUR)
  await bed.commit(temperatures(2, 20))
  await thresholds.round(t0 + 3 * HOUR)
  await webhook.deliver()
  expect(hook.told.map(({ status }) => status)).toEqual(['open', 'cleared'])
})

test('a webhook that is down is told later, after a pause, and also by a process started since', async () => {
  await using bed = await openBed()
  await using hook = await listen()
  await bed.register(1)
  let now = t0
  const webhook = await webhookFor(bed, hook.url, () => now)
  await bed.commit(temperatures(0, 20, 70))
  await bed.thresholds().round(t0 + 2 * HOUR)
  hook.status = 503
  await webhook.deliver()
  hook.status = 200
  await webhook.deliver()
  expect(hook.told).toEqual([])
  now += 2000
  await webhook.deliver()
  expect(hook.told).toHaveLength(1)

  await bed.commit(temperatures(2, 20, 70))
  await bed.thresholds().round(t0 + 4 * HOUR)
  hook.status = 503
  await webhook.deliver()
  hook.status = 200
  await (await webhookFor(bed, hook.url)).deliver()
  expect(hook.told.map(({ status }) => status)).toEqual(['open', 'cleared', 'open'])
})

test('alarms from before there was a webhook are not told', async () => {
  await using bed = await openBed()
  await using hook = await listen()
  await bed.register(1)
  await bed.commit(temperatures(0, 20, 70))
  await bed.thresholds().round(t0 + 2 * HOUR)
  await (await webhookFor(bed, hook.url)).deliver()
  expect(hook.told).toEqual([])
})

test('a service that was started delivers by itself, and stops in order', async () => {
  await using bed = await openBed(() => t0 + 3 * HOUR)
  await using hook = await listen()
  await bed.register(1)
  const thresholds = bed.thresholds({ alarmWebhook: hook.url })
  thresholds.start()
  await expect.poll(() => thresholds.counters.rounds).toBeGreaterThan(0)
  await bed.commit(temperatures(0, 20, 70))
  await expect.poll(() => hook.told.length, { timeout: 10_000 }).toBe(1)
  await thresholds.stop()
  expect(thresholds.counters.failedRounds).toBe(0)
})
