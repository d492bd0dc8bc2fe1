// A container's readings as they are asked for: raw, as means, as CSV, page by page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { settled } from '../call.ts'
import { ask, point } from './ask.ts'
import { say } from './device.ts'

const HOUR_MS = 3_600_000
/** Two days, on the hour in UTC. */
const START = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS - 3 * 24 * HOUR_MS
const QUARTERS = 2 * 24 * 4
const iso = (at: number) => new Date(at).toISOString()
const span = `from=${iso(START)}&to=${iso(START + 48 * HOUR_MS)}`

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
  for (const id of ['c1', 'c2']) {
    const container = { id, name: `Bin ${id}`, location: point(4.7, 51), capacity_l: 2200 }
    await ask(backend, 'POST', '/containers', {
      body: { ...container, empty_distance_mm: 1800, full_distance_mm: 200 },
    })
  }
  const device = { id: 'sensor', container_id: 'c1', from: iso(START - HOUR_MS) }
  await ask(backend, 'POST', '/devices', { body: device })
  const readings = Array.from({ length: QUARTERS }, (_, n) => ({
    ...{ v: 1, ts: START + n * 900_000, distance_mm: 1800 - 4 * n, temp_c: n % 4 },
    ...(n % 2 === 0 && { rh_pct: 60 }),
  }))
  await say(backend, 'sensor', readings)
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const readings = (query: string, accept = 'application/json', id = 'c1') =>
  ask(backend, 'GET', `/containers/${id}/readings?${query}`, { headers: { accept } })

describe('readings', () => {
  test('raw, page by page, each once and in the order of time', async () => {
    const times: string[] = []
    let query = `${span}&limit=50`
    for (;;) {
      const { body } = await readings(query)
      times.push(...body.items.map(({ ts }: { ts: string }) => ts))
      expect(Date.parse(body.complete_until)).toBeGreaterThanOrEqual(START + 48 * HOUR_MS)
      if (body.next_cursor === null) break
      query = `limit=50&cursor=${body.next_cursor}`
    }
    expect(times).toEqual(Array.from({ length: QUARTERS }, (_, n) => iso(START + n * 900_000)))
  })

  test('as hourly and daily means, of what was measured', async () => {
    const hourly = (await readings(`${span}&every=1h`)).body.items
    expect(hourly).toHaveLength(48)
    expect(hourly[0]).toMatchObject({
      ts: iso(START),
      count: 4,
      distance_mm: 1794,
      temp_c: 1.5,
      rh_pct: 60,
      fill_pct: null,
    })
    const daily = (await readings(`${span}&every=1d`)).body.items
    expect(daily.map(({ ts, count }: { ts: string; count: number }) => [ts, count])).toEqual([
      [iso(START), 96],
      [iso(START + 24 * HOUR_MS), 96],
    ])
  })

  test('as CSV in one piece, with the same names', async () => {
    const { text, headers } = await readings(span, 'text/csv')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(headers.get('complete-until')).toMatch(/^\d{4}-/)
    const [header, first, ...rest] = text.trimEnd().split('\n')
    expect(header).toBe(
      'ts,device_id,distance_mm,fill_pct,temp_c,rh_pct,battery_v,rssi_dbm,tilt_deg,lid_opens,seq,flags',
    )
    expect(first).toBe(`${iso(START)},sensor,1800,,0,60,,,,,,`)
    expect(rest).toHaveLength(QUARTERS - 1)
    expect((await readings(`${span}&every=1h`, 'text/csv')).text.split('\n')[1]).toBe(
      `${iso(START)},4,1794,,1.5,60,`,
    )
  })

  test('belong to the container in which the device sat at that time', async () => {
    const body = { container_id: 'c2', from: iso(START + 24 * HOUR_MS) }
    expect((await ask(backend, 'POST', '/devices/sensor/assignments', { body })).status).toBe(201)
    expect((await readings(`${span}&limit=1000`)).body.items).toHaveLength(96)
    const [first] = (await readings(`${span}&limit=1000`, 'application/json', 'c2')).body.items
    expect(first.ts).toBe(iso(START + 24 * HOUR_MS))
    // The move itself is no reading that waits to be judged.
    const lastReadingAt = async () =>
      (await ask(backend, 'GET', '/containers/c1/state')).body.last_reading_at
    await expect.poll(lastReadingAt).toBe(iso(START + 24 * HOUR_MS - 900_000))
  })

  test.for([
    ['every=7x', 'invalid_request'],
    ['every=1s', 'invalid_request'],
    ['from=yesterday', 'invalid_request'],
    ['from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 'invalid_request'],
    ['cursor=nonsense', 'invalid_cursor'],
  ])('%s is refused', async ([query = '', code]) => {
    const { status, body } = await readings(query)
    expect([status, body.code]).toEqual([400, code])
  })
})

test('the fleet comes as GeoJSON, unchanged as long as nothing changes', async () => {
  await settled(backend)
  const { headers, body } = await ask(backend, 'GET', '/containers.geojson')
  expect(headers.get('content-type')).toContain('application/geo+json')
  expect(body).toMatchObject({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'c1',
        geometry: point(4.7, 51),
        properties: { name: 'Bin c1', fill_pct: expect.any(Number) },
      },
      { id: 'c2' },
    ],
  })
  const match = { 'if-none-match': headers.get('etag') ?? '' }
  expect((await ask(backend, 'GET', '/containers.geojson', { headers: match })).status).toBe(304)
})

describe('GET /rejections', () => {
  test('keeps at most 100 an hour of a device, 1 kB of each; the rest is counted', async () => {
    const mqtt = await import('mqtt')
    const client = await mqtt.default.connectAsync(backend.mqttUrl, { clientId: 'babbler' })
    for (let n = 0; n < 130; n++)
      await client.publishAsync(
        'bakwacht/v1/devices/babbler/telemetry',
        `no ${n} ${'x'.repeat(3000)}`,
        { qos: 1 },
      )
    await client.endAsync()
    const { items } = (await ask(backend, 'GET', '/rejections?device_id=babbler&limit=500')).body
    expect(items).toHaveLength(100)
    expect(items[0]).toMatchObject({
      code: 'invalid_cbor',
      item: null,
      topic: 'bakwacht/v1/devices/babbler/telemetry',
    })
    expect(Buffer.from(items[0].payload_base64, 'base64')).toHaveLength(1024)
    expect(items[0].payload_bytes).toBeGreaterThan(3000)
    const page = (await ask(backend, 'GET', '/rejections?device_id=babbler&limit=60')).body
    const next = (
      await ask(backend, 'GET', `/rejections?device_id=babbler&limit=60&cursor=${page.next_cursor}`)
    ).body
    expect([page.items.length, next.items.length, next.next_cursor]).toEqual([60, 40, null])
  })
})
