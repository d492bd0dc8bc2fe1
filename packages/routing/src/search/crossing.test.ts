import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossed } from './crossing.ts'
import { flatten, routesOf } from './orders.ts'
import type { Found } from './search.ts'

/** Each vehicle's stops and what they cost. */
function tour(...routes: readonly (readonly [stops: readonly number[], cost: number])[]): Found {
  const costs = Float64Array.from(routes, ([, cost]) => cost)
  const orders = flatten(routes.map(([stops]) => Int32Array.from(stops)))
  return { orders, costs, missing: 0, cost: costs.reduce((sum, cost) => sum + cost, 0) }
}

test('each place is as in the tour where it costs less', () => {
  const one = tour([[0, 1], 5], [[2, 3], 5], [[4, 5], 9])
  const other = tour([[2, 4], 8], [[3, 5], 8], [[1, 0], 4])
  const both = tour([[1, 0], 4], [[2, 3], 5], [[4, 5], 9])
  expect(crossed(one, other)).toEqual(both)
  expect(crossed(other, one)).toEqual(tour([[4, 5], 9], [[2, 3], 5], [[1, 0], 4]))
})

test('a place may take more vehicles, as long as there are some at home', () => {
  const other = tour([[0], 1], [[1], 1], [[2], 9])
  expect(crossed(tour([[0, 1], 5], [[2], 3], [[], 0]), other).cost).toBe(5)
  const full = tour([[0, 1], 5], [[2, 3], 5], [[4], 5])
  expect(crossed(full, tour([[0], 1], [[1], 1], [[2, 3, 4], 11]))).toBe(full)
})

test('tours that miss a job are not crossed', () => {
  const better = { ...tour([[0], 1], [[1], 1]), missing: 1 }
  const worse = tour([[0], 2], [[1], 2])
  expect(crossed(better, worse)).toBe(better)
  expect(crossed(worse, better)).toBe(worse)
})

test('serves each job once, at no more than either costs', () => {
  const drivers = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 })
  const prices = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 })
  const tours = fc.tuple(drivers, prices).map(([driverOf, costs]) =>
    tour(
      ...costs.map((cost, vehicle) => {
        const stops = driverOf.flatMap((driver, job) => (driver === vehicle ? [job] : []))
        return [stops, stops.length === 0 ? 0 : cost] as const
      }),
    ),
  )
  fc.assert(
    fc.property(tours, tours, (one, other) => {
      const both = crossed(one, other)
      const jobs = routesOf(both.orders).flatMap((route) => [...route])
      expect(jobs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, job) => job))
      expect(both.cost).toBeLessThanOrEqual(one.cost)
      if (both !== one) expect(both.cost).toBeLessThanOrEqual(other.cost)
    }),
  )
})
