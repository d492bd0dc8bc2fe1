import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Problem, RoutingVehicle } from '../../problem.ts'
import { solve } from '../../solve.ts'
import { alike, onSameRoads } from '../../testing/alike.fixture.ts'
import { bruteForce } from '../../testing/brute-force.fixture.ts'
import { randomProblem } from '../../testing/random-problem.fixture.ts'
import { verify } from '../../verify/verify.ts'
import { linkableRates } from './linked-rounds.ts'

const problems = randomProblem({ jobs: 6, vehicles: 3, windows: 0, breaks: 0, unloads: 0 }).filter(
  ({ vehicles }) => vehicles.length > 0,
)

test.for([
  ['vehicles alike', alike, 500],
  ['vehicles on the same roads', onSameRoads, 1500],
] as const)('%s that cannot be late: as good as trying all', ([, simplified, iterations]) => {
  fc.assert(
    fc.property(problems.map(simplified), fc.integer(), (problem, seed) => {
      expect(linkableRates(compile(problem))).not.toBeNull()
      const solution = solve(problem, { seed, iterations, clock: () => 0 })
      expect(verify(problem, solution)).toEqual([])
      const expected = bruteForce(problem)
      expect(solution.unserved.length).toBe(expected.missing)
      expect(Math.abs(solution.cost - expected.cost)).toBeLessThan(1e-6)
    }),
    { numRuns: 100 },
  )
})

test('vehicles on other roads, or with prices that are not in proportion, are not linked', () => {
  fc.assert(
    fc.property(
      problems.filter(({ matrices: [one], vehicles }) => one?.size !== 1 && vehicles.length > 1),
      fc.constantFrom<Partial<RoutingVehicle>>(
        { cost: { fixed: 0, perM: 3, perS: 7 } },
        { cost: { fixed: 0, perM: 7, perS: 3 } },
        { start: 1 },
        { end: 1 },
        { profile: 1 },
      ),
      (problem, other) => {
        const { vehicles, matrices, ...rest } = onSameRoads(problem)
        const [first] = vehicles as readonly [RoutingVehicle]
        const cost = { fixed: 0, perM: 3, perS: 3 }
        const one = { ...first, profile: 0, start: 0, end: 0, cost }
        const fleet = (different: Partial<RoutingVehicle>): Problem => ({
          ...rest,
          matrices: matrices.flatMap((matrix) => [matrix, { ...matrix }]),
          vehicles: [one, { ...one, ...different, id: 'other' }],
        })
        const dearer = { cost: { fixed: 9, perM: 6, perS: 6 } }
        expect(linkableRates(compile(fleet(dearer)))).toEqual(Float64Array.of(1, 2))
        expect(linkableRates(compile(fleet(other)))).toBeNull()
      },
    ),
    { numRuns: 50 },
  )
})
