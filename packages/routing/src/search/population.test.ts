import { expect, test } from 'vitest'
import { Population, populationFor } from './population.ts'
import type { Found } from './search.ts'

const found = (cost: number, missing = 0): Found => ({ orders: new Int32Array(), missing, cost })

test('where iterations are few there is one, where they are many several, and twelve at most', () => {
  expect(populationFor(200, 3_999 * 200)).toBe(1)
  expect(populationFor(200, 4_000 * 200)).toBe(3)
  expect(populationFor(200, 10_000 * 200)).toBe(8)
  expect(populationFor(200, 1e9)).toBe(12)
})

test('many jobs take more iterations each', () => {
  expect(populationFor(1000, 4_000 * 1000)).toBe(1)
  expect(populationFor(1000, 8_000 * 1000)).toBe(2)
})

test('each goes on from where it stands', () => {
  const population = new Population(3, found(9))
  expect(population.pass(found(1), 0).cost).toBe(9)
  expect(population.pass(found(2), 0).cost).toBe(9)
  expect(population.pass(found(3), 0).cost).toBe(1)
  expect(population.pass(found(4), 0).cost).toBe(2)
})

test('late in the search the worst gives way to a copy of the best, a missing stop being worst', () => {
  const population = new Population(4, found(9))
  for (const one of [found(5), found(1, 1), found(7), found(6)]) population.pass(one, 0)
  expect(roundOf(population, 0.3)).toBe('0/5 0/6 0/7 1/1')
  expect(roundOf(population, 0.5)).toBe('0/5 0/6 0/7 1/1')
  expect(roundOf(population, 0.5)).toBe('0/5 0/5 0/6 0/7')
})

/** All of four in a round in which none moves; the first stands at 5. */
function roundOf(population: Population, share: number): string {
  let at = found(5)
  const all = Array.from({ length: 4 }, () => {
    const { missing, cost } = at
    at = population.pass(at, share)
    return `${missing}/${cost}`
  })
  return all.toSorted().join(' ')
}
