// A small region around Mechelen for the tests: one depot, a van, bins that each test shapes.
import {
  type Container,
  type ContainerState,
  calendarDefaults,
  containerDefaults,
  DAY_MS,
  type Depot,
  depotDefaults,
  HOUR_MS,
  instantOf,
  type LonLat,
  type Run,
  type Site,
  settingsDefaults,
  siteDefaults,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'
import { measuredState, type StateOver } from '@bakwacht/test-support'
import { distinctSizes } from './fleet/sizes.ts'
import { type Legs, legsIn } from './runs/legs.ts'
import type { Snapshot } from './snapshot.ts'

export const ZONE = 'Europe/Brussels'
/** A Monday. */
export const DATE = '2026-11-23'
export const at = (clock: string, date = DATE): number => instantOf(date, clock, ZONE)
export const NOW = at('04:00')

export const depot: Depot = {
  id: 'depot-1',
  name: 'Depot Mechelen',
  location: [4.48, 51.03],
  ...depotDefaults,
}

export const van = (over: Partial<Vehicle> = {}): Vehicle => ({
  id: 'van-1',
  name: 'Van 1',
  depotId: depot.id,
  payloadKg: 1000,
  volumeL: 9000,
  ...vehicleDefaults,
  ...over,
})

/** Bins stand a kilometre or so apart, east of the depot. */
export function bin(n: number, over: Partial<Container> = {}): Container {
  const location: LonLat = [4.48 + n * 0.012, 51.03 + (n % 3) * 0.008]
  return {
    id: `bin-${n}`,
    name: `Street ${n}`,
    location,
    capacityL: 2500,
    ...containerDefaults,
    lastEmptiedAt: NOW - 6 * DAY_MS,
    createdAt: NOW - 400 * DAY_MS,
    ...over,
  }
}

export const site = (over: Partial<Site> = {}): Site => ({
  id: 'site-1',
  name: 'Market square',
  location: [4.5, 51.03],
  ...siteDefaults,
  ...over,
})

/** A trusted sensor that measured `pct` an hour ago, filling by 3 points a day. */
export const stateOf = (container: Container, pct: number, over?: StateOver): ContainerState =>
  measuredState(container, pct, NOW - HOUR_MS, over)

export const snapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  now: NOW,
  timezone: ZONE,
  settings: settingsDefaults,
  calendar: calendarDefaults,
  depots: [depot],
  sites: [],
  vehicles: [van()],
  containers: [],
  states: [],
  requests: [],
  alerts: [],
  standing: [],
  ...over,
})

/** 36 km/h as the crow flies, stretched by 1.4: the same for every vehicle. */
export function crowMatrix(points: readonly LonLat[]) {
  const size = points.length
  const distances = new Float64Array(size * size)
  for (const [i, [lonA, latA]] of points.entries())
    for (const [j, [lonB, latB]] of points.entries())
      distances[i * size + j] =
        1.4 * Math.hypot((lonA - lonB) * 111_320 * Math.cos(0.89), (latA - latB) * 111_320)
  return { size, distances, durations: distances.map((metres) => metres / 10) }
}

/** The same for every vehicle. */
export function crowLegs(points: readonly LonLat[]): Legs {
  const legs = legsIn(points, distinctSizes([van()]), [crowMatrix(points)])
  return (from, to) => legs(from, to, van())
}

export function idSource(prefix = 'id'): () => string {
  let last = 0
  return () => `${prefix}-${++last}`
}

/** An approved run of another plan that visits these containers. */
export const standingRun = (containers: readonly Container[], over: Partial<Run> = {}): Run => ({
  id: 'run-standing',
  planId: 'plan-other',
  version: 1,
  date: DATE,
  depotId: depot.id,
  vehicleId: 'van-1',
  driver: null,
  status: 'approved',
  departure: at('08:00'),
  arrival: at('10:00'),
  pause: null,
  stops: containers.map((container, index) => ({
    id: `stop-of-${container.id}`,
    seq: index + 1,
    trip: 1,
    kind: 'container',
    containerId: container.id,
    name: container.name,
    location: container.location,
    arrival: at('08:10') + index * 600_000,
    departure: at('08:16') + index * 600_000,
    expectedKg: 100,
    expectedL: 900,
    legDistanceM: 1000,
    legDurationS: 100,
    reason: { code: 'full', evidence: {} },
    lock: 'none',
    result: null,
  })),
  totals: { distanceM: 1000, durationS: 7200, kg: 100, l: 900, cost: 100 },
  ...over,
})
