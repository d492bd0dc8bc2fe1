import { expect, test } from 'vitest'
import { Population, populationFor } from './population.ts'
import type { Found } from './search.ts'

/** One route of one stop. */
const found = (cost: number, missing = 0): Found => ({
  orders: Int32Array.of(1, 0),
  costs: Float64Array.of(cost),
  missing,
  cost,
})

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

test('annealed several at once, there are as many, or several times that', () => {
  expect(populationFor(200, 10_000 * 200, 3)).toBe(6)
  expect(populationFor(200, 1e9, 16)).toBe(16)
  expect(populationFor(200, 4_000 * 200, 4)).toBe(3)
})

test('each goes on from where it stands', () => {
  const population = new Population(3, [found(9)], true)
  for (const next of [1, 2, 3, 4, 5, 6]) {
    expect(costs(population.next(1))).toEqual([next < 4 ? 9 : next - 3])
    population.pass([found(next)], 0)
  }
})

test('two at once take their turns together', () => {
  const population = new Population(4, [found(8), found(9)], true)
  for (const next of [1, 3, 5, 7]) {
    expect(costs(population.next(2))).toEqual(next < 4 ? [8, 9] : [next - 4, next - 3])
    population.pass([found(next), found(next + 1)], 0)
  }
})

test('late in the search the worst gives way to the best, a missing stop being worst', () => {
  const population = new Population(4, [found(5), found(1, 1), found(7), found(6)], true)
  expect(roundOf(population, 0.3)).toBe('0/5 0/6 0/7 1/1')
  expect(roundOf(population, 0.5)).toBe('0/5 0/6 0/7 1/1')
  expect(roundOf(population, 0.5)).toBe('0/5 0/5 0/6 0/7')
})

test('where vehicles are alike it has from the others what they do better in places', () => {
  const tour = (...costs: number[]): Found => ({
    orders: Int32Array.of(1, 0, 1, 1),
    costs: Float64Array.from(costs),
    missing: 0,
    cost: costs.reduce((sum, cost) => sum + cost),
  })
  const afterChoice = (mayCross: boolean) => {
    const first = [tour(2, 5), tour(6, 3), tour(9, 9), tour(9, 8)]
    const population = new Population(4, first, mayCross)
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < 4; i++) population.pass(population.next(1), 0.5)
    return costs(population.next(4))
  }
  expect(afterChoice(true)).toContain(5)
  expect(afterChoice(false)).not.toContain(5)
})

/** All of four in a round in which none moves. */
function roundOf(population: Population, share: number): string {
  const all = Array.from({ length: 4 }, () => {
    const [at = found(0)] = population.next(1)
    population.pass([at], share)
    return `${at.missing}/${at.cost}`
  })
  return all.toSorted().join(' ')
}

const costs = (members: readonly Found[]) => members.map(({ cost }) => cost)
