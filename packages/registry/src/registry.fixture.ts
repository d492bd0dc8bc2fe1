// What the tests of the registry are about: a small fleet, and a plan for it.
import {
  type AlertEpisode,
  type Container,
  type ContainerState,
  containerDefaults,
  type Device,
  deviceConfigDefaults,
  type Plan,
  type Run,
  type Stop,
  type StopResult,
} from '@bakwacht/domain'

export const NOON = Date.UTC(2026, 2, 2, 12)
export const HOUR = 3_600_000

export const container = (id: string, given: Partial<Container> = {}): Container => ({
  ...containerDefaults,
  id,
  name: `Container ${id}`,
  location: [4.7, 50.88],
  capacityL: 2000,
  createdAt: NOON,
  ...given,
})

export const device = (id: string, given: Partial<Device> = {}): Device => ({
  id,
  createdAt: NOON,
  config: deviceConfigDefaults,
  status: null,
  active: true,
  ...given,
})

export const state = (
  containerId: string,
  given: { readonly pct?: number; readonly evaluatedAt?: number } = {},
): ContainerState => ({
  containerId,
  evaluatedAt: given.evaluatedAt ?? NOON,
  lastReadingAt: NOON - HOUR,
  fill: {
    source: 'sensor',
    pct: given.pct ?? 50,
    at: NOON - HOUR,
    full: false,
    ratePctPerDay: 6.5,
    fullAt: NOON + 200 * HOUR,
    evidence: { fill_pct: given.pct ?? 50 },
  },
  damp: {
    level: 'dry',
    dewPointC: 4.2,
    absHumidityGPerM3: 6.4,
    excessGPerM3: 0.1,
    mouldIndex: 0,
    hoursAbove75: 0,
    evidence: {},
  },
  health: {
    trustworthy: true,
    silentSince: null,
    noEchoSince: null,
    batteryLow: false,
    fire: false,
  },
  latest: { tempC: 8.4, rhPct: 75, batteryV: 3.58 },
  lastEmptiedAt: null,
})

export const episode = (
  kind: AlertEpisode['kind'],
  raisedAt: number,
  clearedAt: number | null = null,
): AlertEpisode => ({ kind, raisedAt, clearedAt, evidence: { fill_pct: 87 } })

export const stop = (id: string, given: Partial<Stop> = {}): Stop => ({
  id,
  seq: 1,
  trip: 1,
  kind: 'container',
  containerId: 'c1',
  name: `Stop ${id}`,
  location: [4.7, 50.88],
  arrival: NOON,
  departure: NOON + HOUR / 6,
  expectedKg: 120,
  expectedL: 1000,
  legDistanceM: 4200,
  legDurationS: 480,
  reason: { code: 'full', evidence: { fill_pct: 87 } },
  lock: 'none',
  result: null,
  ...given,
})

export const unload = (id: string): Stop =>
  stop(id, { kind: 'unload', containerId: null, reason: { code: 'unload', evidence: {} } })

export const run = (id: string, given: Partial<Run> = {}): Run => ({
  id,
  planId: 'p1',
  version: 1,
  date: '2026-03-02',
  depotId: 'depot',
  vehicleId: 'van',
  driver: null,
  status: 'draft',
  departure: NOON,
  arrival: NOON + 4 * HOUR,
  pause: null,
  stops: [stop('s1'), unload('s2')],
  totals: { distanceM: 8400, durationS: 960, kg: 120, l: 1000, cost: 61.5 },
  ...given,
})

export const plan = (id: string, given: Partial<Plan> = {}): Plan => ({
  id,
  version: 1,
  date: '2026-03-02',
  depotId: null,
  status: 'draft',
  notCollected: [{ containerId: 'c9', reason: { code: 'not_full', evidence: { fill_pct: 12 } } }],
  settingsVersion: 1,
  solver: null,
  travelTimes: 'estimate',
  createdAt: NOON,
  updatedAt: NOON,
  message: null,
  ...given,
})

export const result = (
  outcome: StopResult['outcome'],
  given: Partial<StopResult> = {},
): StopResult => ({
  outcome,
  kg: null,
  wetKg: null,
  destination: null,
  note: null,
  at: NOON + HOUR,
  ...given,
})
