import { NOON } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { reading, seed } from '../fleet.fixture.ts'

const PATH = '/api/v1/devices'

test('a device is registered and assigned at once, and its secret is shown this once', async () => {
  await using t = await openApi()
  await seed(t)
  const { status, json } = await t.ask('POST', PATH, {
    body: { id: 'sensor-1', container_id: 'bin-1', from: '2026-11-20T00:00:00+01:00' },
  })
  expect(status).toBe(201)
  expect(json).toMatchObject({ id: 'sensor-1', container_id: 'bin-1', registered: true })
  expect(await t.registry.devices.verify('sensor-1', json.secret)).toBe(true)
  const read = await t.ask('GET', `${PATH}/sensor-1`)
  expect(read.json).not.toHaveProperty('secret')
  expect(read.json).toMatchObject({ container_id: 'bin-1', config: { rev: 1, report_s: 3600 } })
  expect((await t.ask('GET', `${PATH}/sensor-1/assignments`)).json.items).toEqual([
    { device_id: 'sensor-1', container_id: 'bin-1', from: '2026-11-19T23:00:00.000Z', to: null },
  ])
  expect((await t.ask('POST', PATH, { body: { id: 'sensor-1' } })).json.code).toBe('already_exists')
})

test('nothing is registered when the container does not exist', async () => {
  await using t = await openApi()
  const body = { id: 'sensor-1', container_id: 'nowhere' }
  expect((await t.ask('POST', PATH, { body })).json.code).toBe('unknown_reference')
  expect((await t.ask('GET', `${PATH}/sensor-1`)).status).toBe(404)
})

test('a renewed secret ends the old one', async () => {
  await using t = await openApi()
  const { secret: old } = (await t.ask('POST', PATH, { body: { id: 'sensor-1' } })).json
  const { secret } = (await t.ask('POST', `${PATH}/sensor-1/secret`)).json
  expect(await t.registry.devices.verify('sensor-1', old)).toBe(false)
  expect(await t.registry.devices.verify('sensor-1', secret)).toBe(true)
})

test('a new configuration has a greater revision', async () => {
  await using t = await openApi()
  await t.ask('POST', PATH, { body: { id: 'sensor-1' } })
  const body = { report_s: 900 }
  const { json } = await t.ask('PUT', `${PATH}/sensor-1/config`, { body })
  expect(json).toEqual({ rev: 2, report_s: 900, measure_s: 3600 })
})

test('a device moves between containers, and leaves', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  await t.ask('POST', PATH, { body: { id: 'sensor-1', container_id: 'bin-1' } })
  t.clock.now = NOON + 1000
  const path = `${PATH}/sensor-1/assignments`
  const moved = await t.ask('POST', path, { body: { container_id: 'bin-2' } })
  expect(moved).toMatchObject({ status: 201, json: { container_id: 'bin-2', to: null } })
  const early = await t.ask('POST', path, {
    body: { container_id: 'bin-1', from: '2026-11-01T00:00:00Z' },
  })
  expect(early).toMatchObject({ status: 409, json: { code: 'conflict' } })
  t.clock.now = NOON + 2000
  expect((await t.ask('POST', path, { body: { container_id: null } })).status).toBe(204)
  expect((await t.ask('GET', `${PATH}/sensor-1`)).json.container_id).toBeNull()
})

test('the unassigned are listed with those that nobody registered', async () => {
  await using t = await openApi()
  await seed(t)
  await t.ask('POST', PATH, { body: { id: 'sits', container_id: 'bin-1' } })
  await t.ask('POST', PATH, { body: { id: 'spare' } })
  await t.telemetry.commit([reading('stranger', NOON - 5000, 812), reading('sits', NOON - 5000, 9)])
  const { json } = await t.ask('GET', `${PATH}?unassigned=true`)
  expect(json.items).toMatchObject([
    { id: 'spare', registered: true, newest_reading_at: null },
    { id: 'stranger', registered: false, newest_reading_at: '2026-11-23T11:59:55.000Z' },
  ])
  const first = await t.ask('GET', `${PATH}?unassigned=true&limit=1`)
  expect(first.json).toMatchObject({ items: [{ id: 'spare' }], next_cursor: 'spare' })
  expect((await t.ask('GET', PATH)).json.items.map(({ id }: { id: string }) => id)).toEqual([
    'sits',
    'spare',
  ])
})

test('a retired device may not sign in and sits nowhere', async () => {
  await using t = await openApi()
  await seed(t)
  const made = await t.ask('POST', PATH, { body: { id: 'sensor-1', container_id: 'bin-1' } })
  t.clock.now = NOON + 1000
  expect((await t.ask('DELETE', `${PATH}/sensor-1`)).status).toBe(204)
  expect(await t.registry.devices.verify('sensor-1', made.json.secret)).toBe(false)
  const { json } = await t.ask('GET', `${PATH}/sensor-1`)
  expect(json).toMatchObject({ active: false, container_id: null })
})

test('retiring a device that is to move later takes that back too, and all at once', async () => {
  await using t = await openApi()
  await seed(t, ['bin-1', 'bin-2'])
  await t.ask('POST', PATH, { body: { id: 'sensor-1', container_id: 'bin-1' } })
  t.clock.now = NOON + 1000
  const path = `${PATH}/sensor-1`
  const later = { container_id: 'bin-2', from: '2026-12-24T00:00:00Z' }
  expect((await t.ask('POST', `${path}/assignments`, { body: later })).status).toBe(201)
  expect((await t.ask('DELETE', path)).status).toBe(204)
  expect((await t.ask('GET', `${path}/assignments`)).json.items).toEqual([
    {
      device_id: 'sensor-1',
      container_id: 'bin-1',
      from: '2026-11-23T12:00:00.000Z',
      to: '2026-11-23T12:00:01.000Z',
    },
  ])
  expect((await t.ask('DELETE', `${PATH}/nobody`)).json.code).toBe('not_found')
})

test('a retired device gets no secret and no container until it is registered again', async () => {
  await using t = await openApi()
  await seed(t)
  const first = await t.ask('POST', PATH, { body: { id: 'sensor-1' } })
  await t.ask('DELETE', `${PATH}/sensor-1`)
  for (const [path, body] of [
    ['secret', undefined],
    ['assignments', { container_id: 'bin-1' }],
  ] as const)
    expect(await t.ask('POST', `${PATH}/sensor-1/${path}`, body && { body })).toMatchObject({
      status: 409,
      json: { code: 'conflict', detail: expect.stringContaining('is retired') },
    })
  t.clock.now = NOON + 1000
  const body = { id: 'sensor-1', container_id: 'bin-1', config: { report_s: 900 } }
  const again = await t.ask('POST', PATH, { body })
  expect(again).toMatchObject({
    status: 201,
    json: { active: true, container_id: 'bin-1', config: { rev: 2, report_s: 900 } },
  })
  expect(again.json.created_at).toBe(first.json.created_at)
  expect(await t.registry.devices.verify('sensor-1', first.json.secret)).toBe(false)
  expect(await t.registry.devices.verify('sensor-1', again.json.secret)).toBe(true)
  expect((await t.ask('POST', PATH, { body })).json.code).toBe('already_exists')
})

test('a device that is to sit somewhere later sits nowhere yet', async () => {
  await using t = await openApi()
  await seed(t)
  const body = { id: 'sensor-1', container_id: 'bin-1', from: '2026-12-24T00:00:00Z' }
  expect((await t.ask('POST', PATH, { body })).json.container_id).toBeNull()
})

test('a payload can be tried without being stored, as JSON or CBOR, good or bad', async () => {
  await using t = await openApi()
  const decode = (text: string | Buffer, type = 'application/json') =>
    t.ask('POST', '/api/v1/decode?device_id=sensor-1', { raw: { type, text } })
  const good = await decode('{"v":1,"ts":1795435200,"distance_mm":812,"rh_pct":140,"colour":1}')
  expect(good.json).toMatchObject({
    accepted: true,
    unknown_keys: 1,
    items: [
      {
        reading: {
          device_id: 'sensor-1',
          distance_mm: 812,
          rh_pct: null,
          flags: ['rh_impossible'],
        },
        time_from: 'device',
      },
    ],
  })
  const cbor = Buffer.from('a26176016b64697374616e63655f6d6d19032c', 'hex')
  const fromCbor = await decode(cbor, 'application/cbor')
  expect(fromCbor.json.items[0]).toMatchObject({
    reading: { distance_mm: 812 },
    time_from: 'server',
  })
  const bad = await decode('{"v":1')
  expect(bad).toMatchObject({ status: 200, json: { accepted: false, items: [] } })
  expect(bad.json.reason.code).toEqual(expect.any(String))
  expect((await decode('')).json.accepted).toBe(false)
  expect(await t.telemetry.devicesSeen()).toEqual([])
})

test('what was refused is listed with the reason, page by page', async () => {
  await using t = await openApi()
  const rejection = (item: number) => ({
    at: NOON,
    deviceId: 'sensor-1',
    topic: 'bakwacht/v1/devices/sensor-1/telemetry',
    reason: 'not_json: got "{"',
    item,
    payload: Buffer.from(item === 2 ? 'ff00' : '7bc3', 'hex'),
    payloadBytes: 2,
  })
  await t.telemetry.reject([0, 1, 2].map(rejection))
  const first = await t.ask('GET', '/api/v1/rejections?limit=2')
  expect(first.json.items).toMatchObject([
    { item: 2, payload_text: null, payload_base64: '/wA=', payload_bytes: 2 },
    { item: 1, payload_text: '{', at: '2026-11-23T12:00:00.000Z' },
  ])
  const next = await t.ask('GET', `/api/v1/rejections?limit=2&cursor=${first.json.next_cursor}`)
  expect(next.json).toMatchObject({ items: [{ item: 0 }], next_cursor: null })
})
