import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import { solve } from '../../solve.ts'
import { alike } from '../../testing/alike.fixture.ts'
import { bruteForce } from '../../testing/brute-force.fixture.ts'
import { randomProblem } from '../../testing/random-problem.fixture.ts'
import { verify } from '../../verify/verify.ts'
import { suitsLinks } from './linked-rounds.ts'

const problems = randomProblem({ jobs: 6, vehicles: 3, windows: 0, breaks: 0, unloads: 0 })
  .filter(({ vehicles }) => vehicles.length > 0)
  .map(alike)

test('vehicles alike that cannot be late: as good as trying all', () => {
  fc.assert(
    fc.property(problems, fc.integer(), (problem, seed) => {
      expect(suitsLinks(compile(problem))).toBe(true)
      const solution = solve(problem, { seed, iterations: 500, clock: () => 0 })
      expect(verify(problem, solution)).toEqual([])
      const expected = bruteForce(problem)
      expect(solution.unserved.length).toBe(expected.missing)
      expect(Math.abs(solution.cost - expected.cost)).toBeLessThan(1e-6)
    }),
    { numRuns: 100 },
  )
})
