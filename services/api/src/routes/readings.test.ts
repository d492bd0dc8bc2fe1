import { NOON } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { openApi, type TestApi } from '../api.fixture.ts'
import { reading, seed } from '../fleet.fixture.ts'

const HOUR = 3_600_000
const PATH = '/api/v1/containers/bin-1/readings'
const at = (ms: number) => new Date(ms).toISOString()
const span = `from=${at(NOON - 48 * HOUR)}&to=${at(NOON + 1)}`

/** Two days of hourly readings; on the second day another sensor sits in the bin. */
async function twoSensors(t: TestApi): Promise<void> {
  await seed(t, ['bin-1', 'bin-2'])
  const change = NOON - 24 * HOUR
  const assign = (deviceId: string, containerId: string, from: number) =>
    t.registry.devices.assign({ deviceId, containerId, from })
  for (const id of ['old', 'new']) await t.ask('POST', '/api/v1/devices', { body: { id } })
  await assign('old', 'bin-1', NOON - 100 * HOUR)
  await assign('old', 'bin-2', change)
  await assign('new', 'bin-1', change)
  const hours = Array.from({ length: 48 }, (_, hour) => NOON - (47 - hour) * HOUR)
  await t.telemetry.commit(
    hours.flatMap((time, hour) => [
      reading('old', time, 1000 + hour),
      reading('new', time, 2000 + hour),
    ]),
  )
}

test('a container’s readings are those of the devices that sat in it, each for its time', async () => {
  await using t = await openApi()
  await twoSensors(t)
  const { json } = await t.ask('GET', `${PATH}?${span}&limit=1000`)
  const items: { ts: string; device_id: string; distance_mm: number }[] = json.items
  expect(items).toHaveLength(48)
  expect(items.map(({ ts }) => ts)).toEqual(items.map(({ ts }) => ts).toSorted())
  expect(items.filter(({ device_id }) => device_id === 'old')).toHaveLength(23)
  expect(items.filter(({ distance_mm }) => distance_mm >= 2000)).toHaveLength(25)
  expect(items[0]).toEqual({
    ts: at(NOON - 47 * HOUR),
    device_id: 'old',
    distance_mm: 1000,
    fill_pct: null,
    temp_c: 8.4,
    rh_pct: 81.2,
    battery_v: 3.58,
    rssi_dbm: -101,
    tilt_deg: null,
    lid_opens: null,
    seq: null,
    flags: [],
  })
  expect(json).toMatchObject({ next_cursor: null, complete_until: expect.any(String) })
})

test('a container that no device has sat in has no readings, and none is missing', async () => {
  await using t = await openApi()
  await seed(t)
  for (const every of ['', '&every=1h']) {
    const { status, json } = await t.ask('GET', `${PATH}?${span}${every}`)
    expect({ status, json }).toEqual({
      status: 200,
      json: { items: [], next_cursor: null, complete_until: at(NOON) },
    })
  }
  const past = await t.ask('GET', `${PATH}?to=${at(NOON - HOUR)}`)
  expect(past.json.complete_until).toBe(at(NOON - HOUR))
  const csv = await t.ask('GET', PATH, { headers: { accept: 'text/csv' } })
  expect(csv.text.trim().split('\n')).toHaveLength(1)
})

test('page by page it is the same, also when the pages are asked for later', async () => {
  await using t = await openApi()
  await twoSensors(t)
  const whole = (await t.ask('GET', `${PATH}?${span}&limit=1000`)).json.items
  const pieces: unknown[] = []
  let query = `${span}&limit=7`
  for (let page = 0; page < 20; page++) {
    const { json } = await t.ask('GET', `${PATH}?${query}`)
    pieces.push(...json.items)
    t.clock.now += HOUR
    if (json.next_cursor === null) break
    query = `limit=7&cursor=${encodeURIComponent(json.next_cursor)}`
  }
  expect(pieces).toEqual(whole)
})

test('means are of each time span', async () => {
  await using t = await openApi()
  await twoSensors(t)
  const { json } = await t.ask('GET', `${PATH}?${span}&every=1d`)
  expect(json.items.map(({ ts, count }: { ts: string; count: number }) => [ts, count])).toEqual([
    ['2026-11-21T00:00:00.000Z', 11],
    ['2026-11-22T00:00:00.000Z', 24],
    ['2026-11-23T00:00:00.000Z', 13],
  ])
  expect(json.items[0]).toMatchObject({ distance_mm: 1005, temp_c: 8.4, fill_pct: null })
  const paged = await t.ask('GET', `${PATH}?${span}&every=1d&limit=2`)
  const cursor = encodeURIComponent(paged.json.next_cursor)
  const rest = await t.ask('GET', `${PATH}?cursor=${cursor}`)
  expect([...paged.json.items, ...rest.json.items]).toEqual(json.items)
  const quarters = await t.ask('GET', `${PATH}?${span}&every=15m&limit=3`)
  expect(quarters.json.items.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1])
})

test('CSV is the whole time span in one stream, with a header', async () => {
  await using t = await openApi()
  await twoSensors(t)
  const headers = { accept: 'text/csv' }
  const csv = await t.ask('GET', `${PATH}?${span}`, { headers })
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.headers['content-disposition']).toContain('bin-1.csv')
  expect(csv.headers['complete-until']).toEqual(expect.any(String))
  const lines = csv.text.trimEnd().split('\n')
  expect(lines).toHaveLength(49)
  expect(lines[0]).toBe(
    'ts,device_id,distance_mm,fill_pct,temp_c,rh_pct,battery_v,rssi_dbm,tilt_deg,lid_opens,seq,flags',
  )
  expect(lines[1]).toBe(`${at(NOON - 47 * HOUR)},old,1000,,8.4,81.2,3.58,-101,,,,`)
  const daily = await t.ask('GET', `${PATH}?${span}&every=1d`, { headers })
  expect(daily.text.split('\n')[0]).toBe('ts,count,distance_mm,fill_pct,temp_c,rh_pct,battery_v')
})

test('a CSV longer than a page of the store is complete', async () => {
  await using t = await openApi()
  await seed(t)
  await t.ask('POST', '/api/v1/devices', { body: { id: 'fast' } })
  const from = NOON - 5 * 24 * HOUR
  await t.registry.devices.assign({ deviceId: 'fast', containerId: 'bin-1', from })
  const many = Array.from({ length: 5001 }, (_, minute) =>
    reading('fast', from + minute * 60_000, 900),
  )
  await t.telemetry.commit(many)
  const csv = await t.ask('GET', PATH, { headers: { accept: 'text/csv' } })
  expect(csv.text.trimEnd().split('\n')).toHaveLength(5002)
})

test('without a time span it is the last seven days', async () => {
  await using t = await openApi()
  await seed(t)
  await t.ask('POST', '/api/v1/devices', { body: { id: 'old' } })
  await t.registry.devices.assign({ deviceId: 'old', containerId: 'bin-1', from: 0 })
  await t.telemetry.commit([
    reading('old', NOON - 8 * 24 * HOUR, 700),
    reading('old', NOON - 6 * 24 * HOUR, 800),
  ])
  const { json } = await t.ask('GET', PATH)
  expect(json.items.map(({ distance_mm }: { distance_mm: number }) => distance_mm)).toEqual([800])
})

test('questions that make no sense are refused', async () => {
  const foreign = Buffer.from(JSON.stringify({ from: 1, to: 2, inner: 'x' })).toString('base64url')
  await using t = await openApi()
  await seed(t)
  for (const [query, code] of [
    [`from=${at(NOON)}&to=${at(NOON - 1)}`, 'invalid_request'],
    ['from=yesterday', 'invalid_request'],
    ['every=1y', 'invalid_request'],
    ['every=0h', 'invalid_request'],
    ['every=400d', 'invalid_request'],
    ['cursor=abc', 'invalid_cursor'],
    [`cursor=${foreign}`, 'invalid_cursor'],
  ]) {
    const { status, json } = await t.ask('GET', `${PATH}?${query}`)
    expect({ query, status, code: json.code }).toEqual({ query, status: 400, code })
  }
  expect((await t.ask('GET', '/api/v1/containers/none/readings')).status).toBe(404)
})
