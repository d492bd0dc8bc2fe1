// A depot's fleet as one has it: trucks that unload at the depot, a break in their shift, bins of
// kilograms and litres, one in five of them to be reached in the morning alone.
import type { LonLat } from '@bakwacht/domain'
import mqtt from 'mqtt'
import type { Backend } from '../../system/backend.ts'
import { call, settled } from '../../system/call.ts'

const AT_ONCE = 50
const HOUR_MS = 3_600_000
const REPORTS = 12
const EVERY_MS = 6 * HOUR_MS
const EMPTY_MM = 1600
const FULL_MM = 200

export const binId = (n: number): string => `bin-${n + 1}`
const truckId = (n: number): string => `truck-${n + 1}`

/** Registers all, sends three days of readings, and waits until every bin is judged. */
export async function registerDay(
  backend: Backend,
  home: LonLat,
  bins: readonly LonLat[],
  trucks: number,
): Promise<void> {
  await call(backend, 'POST', '/depots', {
    id: 'depot',
    name: 'Depot',
    location: point(home),
    unload_min: 10,
  })
  for (let n = 0; n < trucks; n++) await putTruck(backend, n, true)
  await putBins(backend, bins)
  const now = Date.now()
  const from = new Date(now - 5 * 24 * HOUR_MS).toISOString()
  const numbers = [...bins.keys()]
  await inLanes(numbers, (n) =>
    call(backend, 'POST', '/devices', { id: binId(n), container_id: binId(n), from }),
  )
  await inLanes(numbers, (n) => publish(backend, n, now))
  await settled(backend, 600_000)
}

export const putTruck = (backend: Backend, n: number, active: boolean): Promise<unknown> =>
  call(backend, 'PUT', `/vehicles/${truckId(n)}`, {
    id: truckId(n),
    name: `Truck ${n + 1}`,
    depot_id: 'depot',
    type: 'truck',
    payload_kg: 3000,
    volume_l: 30_000,
    shift: { from: '06:30', to: '17:00' },
    max_hours: 10,
    break_min: 30,
    cost: { fixed: 60, per_km: 1, per_hour: 45 },
    active,
  })

const MORNINGS = [{ days: [1, 2, 3, 4, 5, 6], from: '07:00', to: '11:30' }]
/** Sunday: no truck is out. */
const NEVER = [{ days: [7], from: '07:00', to: '08:00' }]

/** @param shut their hours never open on a day with runs */
export async function putBins(
  backend: Backend,
  bins: readonly LonLat[],
  { shut = false } = {},
): Promise<void> {
  const features = bins.map((place, n) => ({
    type: 'Feature',
    geometry: point(place),
    properties: {
      id: binId(n),
      name: `Street ${n + 1}`,
      capacity_l: 1500,
      empty_distance_mm: EMPTY_MM,
      full_distance_mm: FULL_MM,
      service_min: 3,
      access: shut ? NEVER : n % 5 === 0 ? MORNINGS : [],
    },
  }))
  for (let from = 0; from < features.length; from += 1000) {
    const collection = { type: 'FeatureCollection', features: features.slice(from, from + 1000) }
    const type = { 'content-type': 'application/geo+json' }
    await call(backend, 'POST', '/containers/import', collection, type)
  }
}

const point = (coordinates: LonLat) => ({ type: 'Point', coordinates })

async function inLanes(numbers: readonly number[], work: (n: number) => Promise<unknown>) {
  const queue = [...numbers]
  const lane = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) await work(n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

/** Three days that end between barely worth a look and brimful, spread without gaps (the golden ratio’s multiples). */
async function publish(backend: Backend, n: number, now: number): Promise<void> {
  const level = 0.4 + 0.55 * (((n + 1) * 0.618034) % 1)
  const readings = Array.from({ length: REPORTS }, (_, k) => {
    const age = (REPORTS - 1 - k) * EVERY_MS
    const fill = level - (0.04 * age) / (24 * HOUR_MS)
    return {
      v: 1,
      ts: now - age,
      distance_mm: Math.round(EMPTY_MM - (EMPTY_MM - FULL_MM) * fill),
      temp_c: 9,
      rh_pct: 62,
      battery_v: 3.6,
    }
  })
  const client = await mqtt.connectAsync(backend.mqttUrl, {
    clientId: binId(n),
    reconnectPeriod: 0,
  })
  await client.publishAsync(`bakwacht/v1/devices/${binId(n)}/telemetry`, JSON.stringify(readings), {
    qos: 1,
  })
  await client.endAsync()
}
