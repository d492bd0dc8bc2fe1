import type { Run } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { binCount, drivenRuns, tripLoads } from './plan-sums.ts'

const stop = (
  trip: number,
  expected_kg: number,
  expected_l: number,
  container_id: string | null,
) => ({
  ...{ trip, expected_kg, expected_l, container_id },
})
const run = (id: string, status: Run['status'], departure: string, stops: object[] = []) =>
  ({ id, status, departure, stops }) as Run

test('cancelled runs are not driven, and the first to leave comes first', () => {
  const runs = [
    run('b', 'draft', '08:00'),
    run('c', 'cancelled', '06:00'),
    run('a', 'done', '07:00'),
  ]
  expect(drivenRuns({ runs }).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a trip is as full as its weight or its volume, whichever fills the vehicle first', () => {
  const stops = [stop(1, 500, 8000, 'x'), stop(1, 500, 8000, null), stop(2, 600, 1000, 'y')]
  const one = run('r', 'draft', '07:00', stops)
  expect(tripLoads(one, { payload_kg: 1000, volume_l: 10_000 })).toEqual([
    { trip: 1, kg: 500, l: 8000, fraction: 0.8, by: 'l' },
    { trip: 2, kg: 600, l: 1000, fraction: 0.6, by: 'kg' },
  ])
  expect(binCount([one])).toBe(2)
})
