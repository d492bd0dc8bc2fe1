import type { Problem, RoutingVehicle, Solution } from '@bakwacht/routing'
import { expect, test } from 'vitest'
import { searchFleets } from './search-fleets.ts'
import type { SearchOptions, Solver } from './solver.ts'

const vehicle = (id: string, type: string): RoutingVehicle => ({
  ...{ id, type, profile: 0, capacity: [1], start: 0, end: 0, shift: [0, 3600] },
  ...{ maxDurationS: null, breaks: [], unloads: [], unloadAtEnd: false },
  cost: { fixed: 1, perM: 1, perS: 0 },
})
const problem = (...vehicles: readonly RoutingVehicle[]): Problem => ({
  ...{ matrices: [], jobs: [], vehicles, fixed: [] },
})

test('a mixed fleet is searched type by type in the same time, and the cheapest counts', async () => {
  const { solver, asked } = costing({ 'v,t': 532, v: 600, t: 495 })
  const shares: number[] = []
  const onProgress = ({ share }: { readonly share: number }) => shares.push(share)
  const found = await searchFleets(solver, problem(vehicle('v', 'van'), vehicle('t', 'truck')), {
    ...{ seed: 1, seconds: 10, onProgress },
  })
  expect(found.cost).toBe(495)
  expect(asked.map(({ seconds }) => seconds).reduce((a, b) => a + b)).toBeCloseTo(10, 9)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
})

test('a fleet of one type has all of the time at once', async () => {
  const { solver, asked } = costing({ 'a,b': 7 })
  await searchFleets(solver, problem(vehicle('a', 'van'), vehicle('b', 'van')), {
    ...{ seed: 1, seconds: 10 },
  })
  expect(asked).toMatchObject([{ seconds: 10 }])
})

/** A solver to which each set of vehicles costs what is said. */
function costing(costs: Readonly<Record<string, number>>) {
  const asked: SearchOptions[] = []
  const solver: Solver = {
    ...{ name: 'told', threads: 1, stop: async () => {} },
    async solve({ vehicles }, options) {
      asked.push(options)
      options.onProgress?.({ share: 1, bestCost: 1 })
      const cost = costs[vehicles.map(({ id }) => id).join()] ?? Number.NaN
      return {
        cost,
        routes: [],
        unserved: [],
        iterations: 1,
        seconds: 0,
        seed: 1,
      } satisfies Solution
    },
  }
  return { solver, asked }
}
