import { expect, test } from 'vitest'
import { solve } from '../solve.ts'
import { bruteForce } from '../testing/brute-force.fixture.ts'
import { cvrp } from '../testing/cvrplib.fixture.ts'
import { verify } from '../verify/verify.ts'

/** So many iterations for six stops that several tours take turns. */
const MANY = 30_000

test.each([
  ['alike', 0],
  ['that differ', 7],
])('a long search with vehicles %s keeps its best, and says the same every time', (_, fixed) => {
  const stops = [1, 2, 3, 4, 5, 6]
  const all = cvrp(`CAPACITY : 7
NODE_COORD_SECTION
1 50 50
${stops.map((stop) => `${stop + 1} ${(stop * 37) % 100} ${(stop * stop * 23) % 100}`).join('\n')}
DEMAND_SECTION
1 0
${stops.map((stop) => `${stop + 1} ${1 + (stop % 3)}`).join('\n')}
DEPOT_SECTION
`)
  const vehicles = all.vehicles
    .slice(0, 2)
    .map((vehicle, i) => ({ ...vehicle, cost: { ...vehicle.cost, fixed: i * fixed } }))
  const problem = { ...all, vehicles }
  const costs: number[] = []
  const search = (onProgress?: (progress: { readonly bestCost: number }) => void) =>
    solve(problem, {
      seed: 1,
      iterations: MANY,
      clock: () => 0,
      ...(onProgress && { onProgress }),
    })
  const solution = search(({ bestCost }) => costs.push(bestCost))
  expect(verify(problem, solution)).toEqual([])
  expect(solution.cost).toBe(bruteForce(problem).cost)
  expect(costs).toEqual(costs.toSorted((a, b) => b - a))
  expect(search()).toEqual(solution)
})
