// A van, its sensor, and a plan of one run with one stop.
import {
  type Device,
  deviceConfigDefaults,
  type Plan,
  type Run,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'

const SEVEN = Date.UTC(2026, 10, 23, 7)
const HOUR_MS = 3_600_000

export const device = (id: string): Device => ({
  id,
  createdAt: SEVEN,
  config: deviceConfigDefaults,
  status: null,
  active: true,
})

export const van: Vehicle = {
  ...vehicleDefaults,
  id: 'van',
  name: 'Van',
  depotId: 'depot',
  payloadKg: 1000,
  volumeL: 8000,
}

export const run: Run = {
  id: 'run-1',
  planId: 'plan-1',
  version: 1,
  date: '2026-11-23',
  depotId: 'depot',
  vehicleId: 'van',
  driver: null,
  status: 'draft',
  departure: SEVEN,
  arrival: SEVEN + HOUR_MS,
  pause: null,
  stops: [
    {
      id: 'stop-1',
      seq: 1,
      trip: 1,
      kind: 'container',
      containerId: 'c1',
      name: 'Kerkplein',
      location: [4.7, 50.88],
      arrival: SEVEN + HOUR_MS / 2,
      departure: SEVEN + HOUR_MS / 2,
      expectedKg: 120,
      expectedL: 1000,
      legDistanceM: 4200,
      legDurationS: 480,
      reason: { code: 'full', evidence: { fill_pct: 87 } },
      lock: 'none',
      result: null,
    },
  ],
  totals: { distanceM: 8400, durationS: 960, kg: 120, l: 1000, cost: 61.5 },
}

export const plan: Plan = {
  id: 'plan-1',
  version: 1,
  date: '2026-11-23',
  depotId: null,
  status: 'draft',
  notCollected: [],
  settingsVersion: 1,
  solver: null,
  travelTimes: 'estimate',
  createdAt: SEVEN,
  updatedAt: SEVEN,
  message: null,
}
