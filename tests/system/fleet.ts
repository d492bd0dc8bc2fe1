// A made-up fleet for benchmarks and whole-system tests: registered over HTTP, its history
// published over MQTT as back-fill, each device on a connection of its own.
import mqtt from 'mqtt'
import type { Backend } from './backend.ts'
import { call, settled } from './call.ts'

export interface FleetSize {
  readonly containers: number
  readonly days: number
  readonly everyMin: number
  /** The first so many report every hour instead. */
  readonly hourly?: number
}

export interface Fleet {
  /** The 30-day CSV of one container after another. */
  exportCsv(n: number): Promise<Response>
  makePlan(): Promise<Response>
  /** One new reading of each of the first so many, judged when it resolves. */
  report(containers: number): Promise<void>
}

const CONNECTIONS_AT_ONCE = 50
const ITEMS = 500
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const id = (n: number) => `c${String(n).padStart(5, '0')}`

export async function registerFleet(backend: Backend, size: FleetSize): Promise<Fleet> {
  await call(backend, 'POST', '/depots', {
    id: 'depot',
    name: 'Depot',
    location: { type: 'Point', coordinates: [4.7, 51.0] },
  })
  for (const vehicle of ['van-1', 'van-2', 'van-3'])
    await call(backend, 'POST', '/vehicles', {
      id: vehicle,
      name: vehicle,
      depot_id: 'depot',
      payload_kg: 1100,
      volume_l: 12_000,
    })
  const numbers = Array.from({ length: size.containers }, (_, n) => n)
  for (let from = 0; from < numbers.length; from += 1000)
    await call(
      backend,
      'POST',
      '/containers/import',
      collection(numbers.slice(from, from + 1000)),
      {
        'content-type': 'application/geo+json',
      },
    )
  const now = Date.now()
  const begin = new Date(now - (size.days + 1) * DAY_MS).toISOString()
  for (const n of numbers)
    await call(backend, 'POST', '/devices', { id: id(n), container_id: id(n), from: begin })
  await inLanes(numbers, (n) => publishHistory(backend, n, now, size))
  await settled(backend, 600_000)
  const from = new Date(now - 30 * DAY_MS).toISOString()
  const date = new Date(now + 2 * DAY_MS).toISOString().slice(0, 10)
  return {
    exportCsv: (n) =>
      fetch(`${backend.http}/api/v1/containers/${id(n % size.containers)}/readings?from=${from}`, {
        headers: { accept: 'text/csv' },
      }),
    makePlan: () =>
      fetch(`${backend.http}/api/v1/plans`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ date }),
      }),
    report: async (containers) => {
      await inLanes(numbers.slice(0, containers), (n) =>
        publish(backend, n, [reading(n, Date.now())]),
      )
      await settled(backend)
    },
  }
}

const collection = (numbers: readonly number[]) => ({
  type: 'FeatureCollection',
  features: numbers.map((n) => ({
    type: 'Feature',
    geometry: {
      type: 'Point',
      coordinates: [4.45 + ((n * 37) % 600) / 1000, 50.9 + ((n * 91) % 240) / 1000],
    },
    properties: {
      id: id(n),
      name: `Container ${n}`,
      capacity_l: 2500,
      empty_distance_mm: 1600,
      full_distance_mm: 200,
    },
  })),
})

async function inLanes(numbers: readonly number[], work: (n: number) => Promise<void>) {
  const queue = [...numbers]
  const lane = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) await work(n)
  }
  await Promise.all(Array.from({ length: CONNECTIONS_AT_ONCE }, lane))
}

async function publishHistory(backend: Backend, n: number, now: number, size: FleetSize) {
  const everyMs = (n < (size.hourly ?? 0) ? 60 : size.everyMin) * MINUTE_MS
  const count = Math.floor((size.days * DAY_MS) / everyMs)
  await publish(
    backend,
    n,
    Array.from({ length: count }, (_, k) => reading(n, now - (count - k) * everyMs)),
  )
}

async function publish(backend: Backend, n: number, readings: readonly object[]) {
  const client = await mqtt.connectAsync(backend.mqttUrl, { clientId: id(n), reconnectPeriod: 0 })
  for (let from = 0; from < readings.length; from += ITEMS)
    await client.publishAsync(
      `bakwacht/v1/devices/${id(n)}/telemetry`,
      JSON.stringify(readings.slice(from, from + ITEMS)),
      { qos: 1 },
    )
  await client.endAsync()
}

/** Fills over one to three weeks, then is empty again; a mild climate with a day in it. */
function reading(n: number, ts: number) {
  const period = (7 + (n % 15)) * DAY_MS
  const fill = ((ts + n * 7_919_000) % period) / period
  const day = Math.sin((2 * Math.PI * (ts % DAY_MS)) / DAY_MS)
  return {
    v: 1,
    ts,
    distance_mm: Math.round(1600 - 1400 * fill),
    temp_c: Math.round((12 - 4 * day) * 10) / 10,
    rh_pct: Math.round(70 + 8 * day),
    battery_v: 3.6,
  }
}
