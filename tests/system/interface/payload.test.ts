// What a device may say, in which forms, and what is made of it.

import { encodeCbor } from '@bakwacht/firmware-contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { settled } from '../call.ts'
import { ask, point } from './ask.ts'
import { say } from './device.ts'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const DAY_MS = 86_400_000
const now = () => Math.floor(Date.now() / 1000) * 1000

/** A container with one device, and the readings that it has. */
async function seated(id: string) {
  const name = { id, name: id, location: point(4.7, 51), capacity_l: 2200 }
  expect((await ask(backend, 'POST', '/containers', { body: name })).status).toBe(201)
  const from = new Date(Date.now() - 450 * DAY_MS).toISOString()
  const device = { id, container_id: id, from }
  expect((await ask(backend, 'POST', '/devices', { body: device })).status).toBe(201)
  return {
    say: (payload: object | string | Buffer) => say(backend, id, payload),
    readings: async () => {
      const to = new Date(Date.now() + DAY_MS).toISOString()
      const path = `/containers/${id}/readings?from=${from}&to=${to}&limit=1000`
      return (await ask(backend, 'GET', path)).body.items
    },
    refused: async () => (await ask(backend, 'GET', `/rejections?device_id=${id}`)).body.items,
  }
}

describe('a payload', () => {
  test('comes back with the names that it was sent with, and every field', async () => {
    const bin = await seated('whole')
    const ts = now() - 60_000
    const measured = {
      distance_mm: 812,
      fill_pct: 49.5,
      temp_c: 8.4,
      rh_pct: 81.2,
      battery_v: 3.58,
      rssi_dbm: -101,
      tilt_deg: 2,
      lid_opens: 14,
    }
    await bin.say({ v: 1, seq: 4711, ts: ts / 1000, ...measured, colour: 'red' })
    expect(await bin.readings()).toEqual([
      { ts: new Date(ts).toISOString(), device_id: 'whole', ...measured, seq: 4711, flags: [] },
    ])
    expect(await bin.refused()).toEqual([])
  })

  test.for<[string, (reading: object) => string | Buffer]>([
    ['JSON', (reading) => JSON.stringify(reading)],
    ['JSON after a BOM', (reading) => `\uFEFF${JSON.stringify(reading)}`],
    ['JSON after a BOM and blanks', (reading) => `\uFEFF \r\n\t${JSON.stringify(reading)}`],
    ['CBOR', (reading) => Buffer.from(encodeCbor(reading))],
    ['a CBOR array', (reading) => Buffer.from(encodeCbor([reading]))],
    ['a JSON array', (reading) => JSON.stringify([reading])],
  ])('%s is understood', async ([form, encoded]) => {
    const bin = await seated(`form-${form.replaceAll(/[^A-Za-z]/g, '-')}`)
    const ts = now() - 60_000
    await bin.say(encoded({ v: 1, ts, fill_pct: 33 }))
    expect(await bin.readings()).toMatchObject([{ ts: new Date(ts).toISOString(), fill_pct: 33 }])
  })

  test('tells its time in seconds, milliseconds or RFC 3339', async () => {
    const bin = await seated('times')
    const at = now() - 3_600_000
    const zoned = new Date(at + 2000 + 7_200_000).toISOString().replace('Z', '+02:00')
    await bin.say([
      { v: 1, ts: at / 1000, fill_pct: 1 },
      { v: 1, ts: at + 1000, fill_pct: 2 },
      { v: 1, ts: zoned, fill_pct: 3 },
      { v: 1, ts: at / 1000 + 3.25, fill_pct: 4 },
    ])
    const found = await bin.readings()
    expect(found.map(({ ts }: { ts: string }) => Date.parse(ts) - at)).toEqual([
      0, 1000, 2000, 3250,
    ])
  })

  test('of null means measured without result, and counts as a measurement', async () => {
    const bin = await seated('nulls')
    await bin.say({ v: 1, ts: now() - 60_000, distance_mm: null })
    expect(await bin.readings()).toMatchObject([{ distance_mm: null, flags: ['no_echo'] }])
    expect(await bin.refused()).toEqual([])
  })

  test('with an impossible value loses that field alone', async () => {
    const bin = await seated('odd')
    const ts = now() - 3_600_000
    await bin.say([
      { v: 1, ts, rh_pct: 140, temp_c: 5 },
      { v: 1, ts: ts + 1, temp_c: 200, rh_pct: 50 },
      { v: 1, ts: ts + 2, distance_mm: 0, temp_c: 5 },
      { v: 1, ts: ts + 3, distance_mm: 65_535, temp_c: 5 },
    ])
    expect(await bin.readings()).toMatchObject([
      { rh_pct: null, temp_c: 5, flags: ['rh_impossible'] },
      { temp_c: null, rh_pct: 50, flags: ['temp_impossible'] },
      { distance_mm: null, temp_c: 5, flags: ['no_echo'] },
      { distance_mm: null, temp_c: 5, flags: ['no_echo'] },
    ])
  })

  test.for<[string, object, object]>([
    ['ahead', { ts: Date.now() + 3_600_000 }, { flags: ['clock_wrong'] }],
    ['far behind', { ts: Date.now() - 401 * DAY_MS }, { flags: ['clock_wrong'] }],
    ['since 1970', { ts: 12 }, { flags: ['clock_wrong'] }],
  ])('whose clock is %s stands under the time of receipt, flagged', async ([how, time, wanted]) => {
    const bin = await seated(`clock-${how.replaceAll(' ', '-')}`)
    const before = Date.now()
    await bin.say({ v: 1, fill_pct: 20, ...time })
    const [reading] = await bin.readings()
    expect(reading).toMatchObject(wanted)
    expect(Date.parse(reading.ts)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(reading.ts)).toBeLessThanOrEqual(Date.now())
  })

  test('a little ahead, or almost 400 days old, is believed', async () => {
    const bin = await seated('clock-fine')
    const [ahead, old] = [now() + 9 * 60_000, now() - 399 * DAY_MS]
    await bin.say({ v: 1, ts: old, fill_pct: 1 })
    await bin.say({ v: 1, ts: ahead, fill_pct: 2 })
    expect((await bin.readings()).map(({ ts }: { ts: string }) => Date.parse(ts))).toEqual([
      old,
      ahead,
    ])
  })

  test('more than 14 days late is stored and flagged, and changes no state', async () => {
    const bin = await seated('late')
    await bin.say({ v: 1, ts: now() - 60_000, fill_pct: 10, temp_c: 10 })
    await settled(backend)
    const state = async () => (await ask(backend, 'GET', '/containers/late/state')).body
    const before = await state()
    await bin.say({ v: 1, ts: now() - 20 * DAY_MS, fill_pct: 99, temp_c: 90 })
    await settled(backend)
    const [late] = await bin.readings()
    expect(late).toMatchObject({ fill_pct: 99, flags: ['late'] })
    const after = await state()
    expect(after.fill).toEqual(before.fill)
    expect(after.alerts).toEqual([])
  })
})

describe('POST /decode', () => {
  const decode = (body: string, type = 'application/octet-stream') =>
    ask(backend, 'POST', '/decode', { body, headers: { 'content-type': type } })

  test('says what would be stored, and stores nothing', async () => {
    const { status, body } = await decode('{"v":1,"distance_mm":812,"colour":1}')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      accepted: true,
      unknown_keys: 1,
      items: [{ index: 0, reading: { distance_mm: 812, temp_c: null }, time_from: 'server' }],
    })
    expect((await ask(backend, 'GET', '/devices?unassigned=true')).body.items).toEqual([])
  })

  test('says why it would refuse, whatever the content type', async () => {
    for (const type of ['application/json', 'text/plain', 'application/cbor'])
      expect((await decode('{"v":2,"temp_c":1}', type)).body).toMatchObject({
        accepted: false,
        reason: { code: 'wrong_version' },
      })
    expect((await decode('[{"v":1,"temp_c":1}]')).body.items[0].reason.code).toBe('missing_ts')
  })
})
