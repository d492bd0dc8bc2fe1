// A run with one stop for each visit, so that drivers can report.
import type { Stop, StopOutcome } from '@bakwacht/domain'
import { type Bed, HOUR, t0 } from './thresholds.fixture.ts'

export interface Visit {
  readonly container: number
  /** Hours after t0. */
  readonly hour: number
  readonly outcome: StopOutcome
  readonly wetKg: number | null
}

export async function planVisits({ registry }: Bed, visits: readonly Visit[]): Promise<void> {
  const plan = {
    id: 'p1',
    version: 1,
    date: '2026-10-05',
    depotId: null,
    status: 'approved',
    notCollected: [],
    settingsVersion: 1,
    solver: null,
    travelTimes: 'estimate',
    createdAt: t0,
    updatedAt: t0,
    message: null,
  } as const
  const run = {
    id: 'r1',
    planId: 'p1',
    version: 1,
    date: '2026-10-05',
    depotId: 'depot',
    vehicleId: 'van',
    driver: null,
    status: 'approved',
    departure: t0,
    arrival: t0 + 8 * HOUR,
    pause: null,
    stops: visits.map(stopOf),
    totals: { distanceM: 0, durationS: 0, kg: 0, l: 0, cost: 0 },
  } as const
  await registry.plans.save({ plan, runs: [run] }, 0)
}

/** Those drivers report whose index is chosen. */
export async function reportVisits(
  { registry }: Bed,
  visits: readonly Visit[],
  chosen: (index: number) => boolean,
): Promise<void> {
  for (const [index, { hour, outcome, wetKg }] of visits.entries())
    if (chosen(index))
      await registry.plans.addResult({
        runId: 'r1',
        stopId: `s${index}`,
        result: {
          outcome,
          kg: 50,
          wetKg,
          destination: null,
          note: null,
          at: t0 + hour * HOUR + 13,
        },
        idempotencyKey: null,
        now: t0,
      })
}

const stopOf = ({ container }: Visit, index: number): Stop => ({
  id: `s${index}`,
  seq: index + 1,
  trip: 1,
  kind: 'container',
  containerId: `c${container}`,
  name: `Bin ${container}`,
  location: [4.7, 50.88],
  arrival: t0,
  departure: t0,
  expectedKg: 0,
  expectedL: 0,
  legDistanceM: 0,
  legDurationS: 0,
  reason: { code: 'full', evidence: {} },
  lock: 'none',
  result: null,
})
