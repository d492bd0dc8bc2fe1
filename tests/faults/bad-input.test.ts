// What devices and people get wrong: refused with a reason, acknowledged, nothing lost, nothing crashed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, root, startBackend } from '../system/backend.ts'
import { call, until } from '../system/call.ts'
import { metric } from '../system/metric.ts'

const examples = join(root, 'firmware-contracts/examples/invalid')
const expected = JSON.parse(readFileSync(join(examples, 'expected.json'), 'utf8')) as Record<
  string,
  string | Record<string, string>
>

interface Rejection {
  readonly device_id: string
  readonly code: string
  readonly item: number | null
}
interface Rejections {
  readonly items: readonly Rejection[]
}

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const connect = (id: string) =>
  mqtt.connectAsync(backend.mqttUrl, { clientId: id, reconnectPeriod: 0 })
const telemetry = (id: string) => `bakwacht/v1/devices/${id}/telemetry`
const publish = (client: MqttClient, id: string, payload: string | Buffer) =>
  client.publishAsync(telemetry(id), payload, { qos: 1 })
const rejectionsOf = async (id: string) =>
  (await call<Rejections>(backend, 'GET', `/rejections?device_id=${id}&limit=100`)).items
const good = (ts: number) => JSON.stringify({ v: 1, ts, fill_pct: 12 })

describe('a device that sends', () => {
  test.for(Object.keys(expected))(
    '%s: acknowledged, refused with its reason, and goes on',
    async (file) => {
      const id = `bad-${file.replace(/[^a-z]/g, '')}`
      const client = await connect(id)
      await publish(client, id, readFileSync(join(examples, file)))
      await publish(client, id, good(Date.now() - 60_000))
      await client.endAsync()
      const reasons = expected[file]
      const wanted = typeof reasons === 'string' ? [reasons] : Object.values(reasons ?? {})
      await until(
        async () => (await rejectionsOf(id)).length === wanted.length,
        `rejections of ${file}`,
      )
      expect((await rejectionsOf(id)).map(({ code }) => code).sort()).toEqual([...wanted].sort())
    },
  )

  test('300 kB: read, refused, acknowledged, and the connection lives', async () => {
    const client = await connect('large')
    await publish(client, 'large', Buffer.alloc(300_000, 0x20))
    await publish(client, 'large', good(Date.now() - 60_000))
    expect(client.connected).toBe(true)
    await client.endAsync()
    await until(async () => (await rejectionsOf('large')).length === 1, 'one rejection')
  })

  test('2 MB: the connection closes', async () => {
    const client = await connect('huge')
    const closed = new Promise<void>((resolve) => client.once('close', resolve))
    client.publish(telemetry('huge'), Buffer.alloc(2_000_000, 0x20), { qos: 1 }, () => {})
    await closed
    client.end(true)
    await (await connect('huge')).endAsync()
  })

  test('for another device: acknowledged, dropped, counted', async () => {
    const before = await metric(backend, 'bakwacht_readings_stored_total')
    const client = await connect('honest')
    await publish(client, 'somebody-else', good(Date.now() - 60_000))
    await publish(client, 'honest', good(Date.now() - 60_000))
    await client.endAsync()
    expect(await metric(backend, 'bakwacht_readings_stored_total')).toBe(before + 1)
  })

  test('though nobody registered it: stored, and listed as unassigned', async () => {
    const client = await connect('stranger')
    await publish(client, 'stranger', good(Date.now() - 60_000))
    await client.endAsync()
    const { items } = await call<{ items: { id: string }[] }>(
      backend,
      'GET',
      '/devices?unassigned=true&limit=500',
    )
    expect(items.map(({ id }) => id)).toContain('stranger')
  })
})

describe('an import', () => {
  const feature = (id: string, properties: object = {}) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [4.7, 51] },
    properties: { id, name: id, capacity_l: 2500, ...properties },
  })
  const importing = (features: object[]) =>
    fetch(`${backend.http}/api/v1/containers/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/geo+json' },
      body: JSON.stringify({ type: 'FeatureCollection', features }),
    })

  test('with one bad row stores nothing and names the row', async () => {
    const answer = await importing([
      feature('i1'),
      feature('i2', { capacity_l: 'big' }),
      feature('i3'),
    ])
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.text()).toMatch(/capacity_l/)
    expect((await fetch(`${backend.http}/api/v1/containers/i1`)).status).toBe(404)
  })

  test('without one stores all', async () => {
    expect((await importing([feature('i1'), feature('i3')])).status).toBeLessThan(300)
    expect((await fetch(`${backend.http}/api/v1/containers/i3`)).status).toBe(200)
  })
})

test.for([
  ['not JSON', '{"date":'],
  ['the wrong type', '{"date": 5}'],
  ['a date that is none', '{"date": "2026-02-30"}'],
  ['an unknown field', '{"date": "2026-11-23", "dept": "x"}'],
  ['deep nesting', `{"date": ${'['.repeat(5000)}${']'.repeat(5000)}}`],
])('a request with %s is a 4xx problem that says why', async ([, body]) => {
  const answer = await fetch(`${backend.http}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body ?? '',
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ code: expect.any(String), title: expect.any(String) })
})
