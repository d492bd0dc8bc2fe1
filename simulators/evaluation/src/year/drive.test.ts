import type { Run, Stop } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { drive } from './drive.ts'
import { registerFixture } from './register.fixture.ts'

const MINUTE_MS = 60_000
const register = registerFixture({ payloadKg: 500 })
const roads = {
  between: () => ({ metres: 10_000, seconds: 600 }),
  matrix: () => {
    throw new Error('no search in a run that is driven')
  },
}

const stop = (over: Partial<Stop>): Stop => ({
  ...{ id: 's', seq: 1, trip: 1, kind: 'container', containerId: null, name: '' },
  ...{ location: [4.6, 51], arrival: 0, departure: 0, expectedKg: 200, expectedL: 1_500 },
  ...{ legDistanceM: 0, legDurationS: 0, reason: { code: 'planner', evidence: {} } },
  ...{ lock: 'none', result: null },
  ...over,
})

const run: Run = {
  ...{ id: 'run', planId: 'plan', version: 1, date: '2026-01-05', depotId: register.depot.id },
  ...{ vehicleId: 'van-1', driver: null, status: 'draft', departure: 0, arrival: 0, pause: null },
  stops: [
    stop({ id: 'a', containerId: 'bin-1', departure: 60 * MINUTE_MS }),
    stop({ id: 'b', containerId: 'bin-2', departure: 80 * MINUTE_MS }),
    stop({ id: 'c', containerId: 'bin-3', departure: 100 * MINUTE_MS }),
    stop({ id: 'd', kind: 'unload', departure: 140 * MINUTE_MS }),
  ],
  totals: { distanceM: 40_000, durationS: 7_200, kg: 600, l: 4_500, cost: 0 },
}

const driven = (kg: number) => {
  const visits: string[] = []
  const { driving, results } = drive(run, register, roads, {
    empty(containerId, at) {
      visits.push(`${containerId} ${at / MINUTE_MS}`)
      return { kg, wetKg: kg, litres: 1_000, fillFraction: 0.5 }
    },
  })
  return { visits, driving, results }
}

test('what fits is driven as it was planned, and weighed', () => {
  const { visits, driving, results } = driven(150)
  expect(visits).toEqual(['bin-1 60', 'bin-2 80', 'bin-3 100'])
  expect(driving).toMatchObject({ runs: 1, trips: 1, stops: 3, km: 40, hours: 2, kg: 450 })
  expect(driving.kmEur).toBeCloseTo(40 * 0.6, 6)
  expect(driving.crewEur).toBeCloseTo(2 * 45, 6)
  expect(results.map(({ stopId, kg }) => `${stopId} ${kg}`)).toEqual(['a 150', 'b 150', 'c 150'])
})

test('a crew whose van is full before its time drives to the depot and back, and is late', () => {
  const { driving, visits } = driven(240)
  const { unloadMin } = register.depot
  // Before the third bin: ten kilometres there, ten back, and the unloading.
  expect(driving.km).toBeCloseTo(60, 6)
  expect(driving.trips).toBe(2)
  expect(driving.hours).toBeCloseTo(2 + (20 + unloadMin) / 60, 6)
  expect(visits).toHaveLength(3)
})

test('a run of a vehicle that is none of the fleet’s is an error that names it', () => {
  expect(() =>
    drive({ ...run, vehicleId: 'bike' }, register, roads, { empty: () => never() }),
  ).toThrow('bike')
})

const never = (): never => {
  throw new Error('nothing is emptied')
}
