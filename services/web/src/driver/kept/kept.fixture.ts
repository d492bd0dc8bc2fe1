// A run of three stops, as a phone keeps it.
import type { Run, Stop } from '@bakwacht/api/contract'
import type { KeptRun, NewTap, Word } from './kept.ts'

const AT = '2026-11-23T08:00:00.000Z'

export const stop = (id: string, change: Partial<Stop> = {}): Stop => ({
  id,
  seq: 1,
  trip: 1,
  kind: 'container',
  container_id: id,
  name: `Stop ${id}`,
  location: { type: 'Point', coordinates: [4.7, 50.9] },
  arrival: AT,
  departure: AT,
  expected_kg: 100,
  expected_l: 900,
  leg_distance_m: 4000,
  leg_duration_s: 360,
  reason: { code: 'full', evidence: {}, text: 'Full.' },
  lock: 'none',
  result: null,
  ...change,
})

export const run = (change: Partial<Run> = {}): Run => ({
  id: 'run-1',
  plan_id: 'plan-1',
  version: 1,
  date: '2026-11-23',
  depot_id: 'depot',
  vehicle_id: 'van',
  driver: null,
  status: 'approved',
  departure: AT,
  arrival: AT,
  pause: null,
  stops: ['a', 'b', 'c'].map((id) => stop(id)),
  totals: { distance_m: 1, duration_s: 1, kg: 1, l: 1, cost: 1 },
  travel_times: 'estimate',
  ...change,
})

export const kept = (change: Partial<KeptRun> = {}): KeptRun => ({
  id: 'run-1',
  token: 'secret',
  run: run(),
  vehicleName: 'Van 1',
  notes: {},
  timezone: 'Europe/Brussels',
  language: 'en',
  aheadMs: 0,
  access: 'open',
  ...change,
})

export const tap = (
  stopId: string,
  outcome: Word['outcome'] = 'emptied',
  change: Partial<NewTap> = {},
): NewTap => ({
  key: `${stopId} ${outcome}`,
  runId: 'run-1',
  stopId,
  stopName: `Stop ${stopId}`,
  word: { outcome, at: AT },
  ...change,
})
