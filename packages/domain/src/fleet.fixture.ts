// What tests are about: a small fleet, its states, and a plan for it. Each builder gives a sound thing;
// a test says only what it is about.
import type { AlertEpisode } from './alert/alert.ts'
import type { Plan, Run, Stop, StopResult } from './collection/plan.ts'
import { type Container, containerDefaults } from './fleet/container.ts'
import { type Device, deviceConfigDefaults } from './fleet/device.ts'
import { type Vehicle, vehicleDefaults } from './fleet/vehicle.ts'
import type { ContainerState } from './state/container-state.ts'

export const NOON = Date.UTC(2026, 10, 23, 12)
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

export const vehicle = (id: string, given: Partial<Vehicle> = {}): Vehicle => ({
  ...vehicleDefaults,
  id,
  name: `Vehicle ${id}`,
  depotId: 'depot',
  payloadKg: 1000,
  volumeL: 8000,
  ...given,
})

export const state = (
  containerId: string,
  { pct = 50, ...given }: Partial<ContainerState> & { readonly pct?: number } = {},
): ContainerState => ({
  containerId,
  evaluatedAt: NOON,
  lastReadingAt: NOON - HOUR,
  fill: {
    source: 'sensor',
    pct,
    at: NOON - HOUR,
    full: pct >= containerDefaults.fillThresholdPct,
    ratePctPerDay: 6.5,
    fullAt: NOON + 24 * HOUR,
    evidence: { fill_pct: pct },
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
  ...given,
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
  date: '2026-11-23',
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
  date: '2026-11-23',
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
