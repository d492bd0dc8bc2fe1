// From visits that are wanted to runs that are driven: the product's own problem, search and runs, on one
// thread and by iterations. Every policy goes through here.
import type { Run } from '@bakwacht/domain'
import {
  buildProblem,
  legsIn,
  type Snapshot,
  toRuns,
  type Wanted,
  withMatrices,
} from '@bakwacht/planning'
import { type Problem, type Solution, solve } from '@bakwacht/routing'
import type { Register } from '../boundary/register.ts'
import type { RoadTable } from './road-table.ts'

export interface Dispatch {
  readonly register: Register
  readonly roads: RoadTable
  readonly seed: number
}

/** A small day is searched thoroughly, a large one no less per stop. */
const ITERATIONS_AT_LEAST = 900
const ITERATIONS_PER_STOP = 75

export function runsFor(
  wanted: readonly Wanted[],
  date: string,
  snapshot: Snapshot,
  { register: { depot }, roads, seed }: Dispatch,
): readonly Run[] {
  const problem = buildProblem({ snapshot, date, depot, wanted, drafts: [] })
  if (problem.jobs.length === 0) return []
  const matrix = roads.matrix(problem.points)
  const matrices = problem.vehicleSizes.map(() => matrix)
  const solution = searched(withMatrices(problem, matrices), seed)
  const legs = legsIn(problem.points, problem.vehicleSizes, matrices)
  let made = 0
  const ids = () => `${date}-${++made}`
  return toRuns({ solution, problem, legs, planId: date, snapshot, previous: [], ids })
}

function searched(problem: Problem, seed: number): Solution {
  const iterations = Math.max(ITERATIONS_AT_LEAST, ITERATIONS_PER_STOP * problem.jobs.length)
  return solve(problem, { seed, iterations, clock: () => 0 })
}
