import type { Found } from '@bakwacht/routing'
import { expect, test } from 'vitest'
import { asFew, better, compared, joined, sharesOf } from './shares.ts'

/** So many routes of as many stops. */
function found(cost: number, routes = 1, stops = 1, missing = 0): Found {
  const route = [stops, ...Array.from({ length: stops }, (_, stop) => stop)]
  const costs = new Float64Array(routes).fill(cost / routes)
  return { orders: Int32Array.from(Array(routes).fill(route).flat()), costs, missing, cost }
}

test('ten routes of twenty stops are worth two parts, fewer routes or shorter ones are not', () => {
  expect(asFew([found(1, 10, 20), found(2, 10, 20)], 2)).toEqual([found(1, 10, 20)])
  expect(asFew([found(1, 9, 23)], 2)).toEqual([found(1, 9, 23), found(1, 9, 23)])
  expect(asFew([found(1, 10, 19), found(2, 10, 19)], 2)).toEqual([
    found(1, 10, 19),
    found(2, 10, 19),
  ])
})

test('of one tour each thread has a part, of as many as there are threads a whole one', () => {
  const [one, other] = [found(1), found(2, 2)]
  expect(sharesOf([one], 2, 7)).toEqual([
    { from: one.orders, cut: { parts: 2, index: 0, seed: 7 } },
    { from: one.orders, cut: { parts: 2, index: 1, seed: 7 } },
  ])
  expect(sharesOf([one, other], 2, 7)).toEqual([
    { from: one.orders, cut: null },
    { from: other.orders, cut: null },
  ])
})

test('parts make one tour again, tours stay as they are', () => {
  const part = (orders: number[], costs: number[], missing: number): Found => ({
    orders: Int32Array.from(orders),
    costs: Float64Array.from(costs),
    missing,
    cost: costs.reduce((sum, cost) => sum + cost),
  })
  const results = [
    { current: part([2, 4, 5, 0], [30, 0], 1), best: part([2, 5, 4, 0], [20, 0], 1) },
    { current: part([0, 1, 6], [0, 3], 2), best: part([0, 1, 6], [0, 3], 0) },
  ]
  expect(joined(results, 2)).toEqual(results)
  expect(joined(results, 1)).toEqual([
    { current: part([2, 4, 5, 1, 6], [30, 3], 3), best: part([2, 5, 4, 1, 6], [20, 3], 1) },
  ])
})

test('the worst gives way to a copy of the best, and what misses fewer stops is better', () => {
  const tours = [found(5), found(1, 1, 1, 1), found(4)]
  expect(compared(tours)).toEqual([found(5), found(4), found(4)])
  expect(tours.reduce(better)).toBe(tours[2])
})
