// One reading is stored once, however often and in whatever order it is sent.
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { metric } from '../metric.ts'
import { ask, point } from './ask.ts'
import { say, telemetryTopic } from './device.ts'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const HOUR_MS = 3_600_000

interface Stored {
  readonly ts: string
  readonly fill_pct: number
  readonly seq: number | null
}

async function register(id: string) {
  const container = { id, name: id, location: point(4.7, 51), capacity_l: 2200 }
  await ask(backend, 'POST', '/containers', { body: container })
}

async function assign(id: string, from: number) {
  const body = { container_id: id, from: new Date(from).toISOString() }
  expect((await ask(backend, 'POST', `/devices/${id}/assignments`, { body })).status).toBe(201)
}

async function stored(id: string): Promise<readonly Stored[]> {
  const to = new Date(Date.now() + HOUR_MS).toISOString()
  return (await ask(backend, 'GET', `/containers/${id}/readings?to=${to}`)).body.items
}

async function seated(id: string) {
  await register(id)
  expect((await ask(backend, 'POST', '/devices', { body: { id } })).status).toBe(201)
  await assign(id, Date.now() - 24 * HOUR_MS)
}

describe('with the time of the device', () => {
  test('a repeat is one reading, and a differing one a conflict that changes nothing', async () => {
    await seated('timed')
    const counted = () =>
      Promise.all(
        ['duplicates', 'conflicts'].map((what) => metric(backend, `bakwacht_door_${what}_total`)),
      )
    const [duplicates = 0, conflicts = 0] = await counted()
    const ts = Date.now() - HOUR_MS
    const first = { v: 1, ts, seq: 1, fill_pct: 10 }
    await say(backend, 'timed', first)
    await say(backend, 'timed', first)
    await say(backend, 'timed', { ...first, fill_pct: 90 })
    expect((await stored('timed')).map(({ fill_pct }) => fill_pct)).toEqual([10])
    const both = `${duplicates + 1},${conflicts + 1}`
    await until(async () => String(await counted()) === both, 'one more of each counted', 5000)
  })

  test('readings out of order stand in the order of their time', async () => {
    await seated('shuffled')
    const start = Date.now() - 5 * HOUR_MS
    for (const hour of [3, 1, 0, 2])
      await say(backend, 'shuffled', { v: 1, ts: start + hour * HOUR_MS, fill_pct: hour })
    expect((await stored('shuffled')).map(({ fill_pct }) => fill_pct)).toEqual([0, 1, 2, 3])
  })
})

describe('without a clock', () => {
  test('readings that share a millisecond take the next ones, in their order', async () => {
    await seated('burst')
    const client = await mqtt.connectAsync(backend.mqttUrl, { clientId: 'burst' })
    await Promise.all(
      Array.from({ length: 50 }, (_, seq) =>
        client.publishAsync(telemetryTopic('burst'), JSON.stringify({ v: 1, seq, fill_pct: 5 }), {
          qos: 1,
        }),
      ),
    )
    await client.endAsync()
    const found = await stored('burst')
    expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, seq) => seq))
    expect(new Set(found.map(({ ts }) => ts)).size).toBe(50)
  })

  test('items of one message with a wrong clock take consecutive milliseconds', async () => {
    await seated('adrift')
    const items = [5, 6, 7].map((ts) => ({ v: 1, ts, fill_pct: ts }))
    await say(backend, 'adrift', items)
    const found = await stored('adrift')
    expect(found.map(({ fill_pct }) => fill_pct)).toEqual([5, 6, 7])
    const [first = 0, ...rest] = found.map(({ ts }) => Date.parse(ts))
    expect(rest).toEqual([first + 1, first + 2])
    await say(backend, 'adrift', items)
    expect(await stored('adrift')).toHaveLength(3)
  })

  test('the same seq and content again is a repeat, another seq or content is not', async () => {
    await seated('counting')
    for (const reading of [
      { v: 1, seq: 1, fill_pct: 10 },
      { v: 1, seq: 1, fill_pct: 10 },
      { v: 1, seq: 2, fill_pct: 10 },
      { v: 1, seq: 1, fill_pct: 11 },
    ])
      await say(backend, 'counting', reading)
    expect((await stored('counting')).map(({ seq, fill_pct }) => [seq, fill_pct])).toEqual([
      [1, 10],
      [2, 10],
      [1, 11],
    ])
  })

  test('and without seq, the same content within a minute is a repeat', async () => {
    await seated('mute')
    for (const fill_pct of [10, 10, 11, 10]) await say(backend, 'mute', { v: 1, fill_pct })
    expect((await stored('mute')).map(({ fill_pct }) => fill_pct)).toEqual([10, 11])
  })
})

describe('a device that nobody registered', () => {
  test('is listed as unassigned; once assigned from then on, its readings are the container’s', async () => {
    const at = Date.now() - 3 * HOUR_MS
    for (const hour of [0, 1, 2])
      await say(backend, 'stranger', { v: 1, ts: at + hour * HOUR_MS, fill_pct: 60 + hour })
    const unassigned = async () =>
      (await ask(backend, 'GET', '/devices?unassigned=true')).body.items.map(
        ({ id }: { id: string }) => id,
      )
    expect(await unassigned()).toEqual(['stranger'])
    await register('stranger')
    expect((await ask(backend, 'POST', '/devices', { body: { id: 'stranger' } })).status).toBe(201)
    await assign('stranger', at + HOUR_MS)
    expect(await unassigned()).toEqual([])
    expect((await stored('stranger')).map(({ fill_pct }) => fill_pct)).toEqual([61, 62])
    const state = async () => (await ask(backend, 'GET', '/containers/stranger/state')).body
    const newest = new Date(at + 2 * HOUR_MS).toISOString()
    // No reading is new, so nothing is pending: it is the container that is judged again.
    await until(async () => (await state()).last_reading_at === newest, 'its readings judged')
    expect(await state()).toMatchObject({ fill: { source: 'sensor', pct: expect.any(Number) } })
  })
})
