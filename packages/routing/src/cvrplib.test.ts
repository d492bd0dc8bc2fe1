import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { solve } from './solve.ts'
import { cvrp } from './testing/cvrplib.fixture.ts'
import { verify } from './verify/verify.ts'

const data = join(import.meta.dirname, '../../../../shared/data/routing')
const there = existsSync(data)

test.skipIf(!there).each([
  ['X-n101-k25', 200_000, 0.01],
  ['X-n200-k36', 200_000, 0.015],
])(
  `%s in %i iterations: within a share of %f of the best known${there ? '' : ' (../shared/data is absent)'}`,
  (name, iterations, gap) => {
    const problem = cvrp(readFileSync(join(data, 'cvrplib-x', `${name}.vrp`), 'utf8'))
    const solution = solve(problem, { seed: 2, iterations, clock: () => 0 })
    expect(verify(problem, solution)).toEqual([])
    expect(solution.unserved).toEqual([])
    expect(solution.cost / bestKnown(name)).toBeLessThan(1 + gap)
    expect(solution.cost / bestKnown(name)).toBeGreaterThanOrEqual(1)
  },
)

function bestKnown(name: string): number {
  const all: Record<string, { bks: number }> = JSON.parse(
    readFileSync(join(data, 'best-known.json'), 'utf8'),
  )
  return Object.entries(all).find(([key]) => key.endsWith(`/${name}`))?.[1].bks ?? Number.NaN
}
