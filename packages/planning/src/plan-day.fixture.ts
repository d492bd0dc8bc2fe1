// The whole of planning on one thread, as the planner service strings it together.
import type { NotCollected, Run } from '@bakwacht/domain'
import { type Solution, solve, type Violation, verify } from '@bakwacht/routing'
import { crowMatrix, DATE, idSource } from './planning.fixture.ts'
import { buildProblem, type DepotProblem, withMatrices } from './problem/build-problem.ts'
import { checkRuns } from './runs/check-runs.ts'
import { legsIn } from './runs/legs.ts'
import { notCollectedOf } from './runs/not-collected.ts'
import { notServed } from './runs/not-served.ts'
import { toRuns } from './runs/to-runs.ts'
import { wantedOf } from './selection/decision.ts'
import { selectBins } from './selection/select-bins.ts'
import type { Snapshot } from './snapshot.ts'
import { likeBefore } from './steady/like-before.ts'

export interface PlannedDay {
  readonly problem: DepotProblem
  readonly solution: Solution
  readonly runs: readonly Run[]
  readonly notCollected: readonly NotCollected[]
  readonly violations: readonly Violation[]
  readonly faults: readonly string[]
}

export function planDay(
  snapshot: Snapshot,
  {
    date = DATE,
    drafts = [] as readonly Run[],
    notCollected = [] as readonly NotCollected[],
    ids = idSource(),
    iterations = 300,
    seed = 1,
  } = {},
): PlannedDay {
  const [depot] = snapshot.depots
  if (depot === undefined) throw new Error('the fixture plans one depot')
  const decisions = selectBins(snapshot, date, depot.id, { drafts, notCollected })
  const problem = buildProblem({ snapshot, date, depot, wanted: wantedOf(decisions), drafts })
  const matrices = problem.vehicleSizes.map(() => crowMatrix(problem.points))
  const routing = withMatrices(problem, matrices)
  const found = solve(routing, { seed, iterations, clock: () => 0 })
  const solution = likeBefore(found, problem, drafts)
  const legs = legsIn(problem.points, problem.vehicleSizes, matrices)
  const runs = toRuns({
    solution,
    problem,
    legs,
    planId: 'plan-1',
    snapshot,
    previous: drafts,
    ids,
  })
  const beyond = [...problem.leftOut, ...notServed(solution, problem)]
  const own = snapshot.standing.filter(({ planId }) => planId === 'plan-1')
  return {
    problem,
    solution,
    runs,
    notCollected: notCollectedOf(decisions, beyond, own),
    violations: verify(routing, solution),
    faults: checkRuns([...own, ...runs], snapshot),
  }
}

/** Container ids in driving order, a run a row. */
export const visits = (runs: readonly Run[]): string[][] =>
  runs.map(({ stops }) => stops.flatMap(({ containerId }) => containerId ?? []))

export const reasonsLeft = (left: readonly NotCollected[]): Record<string, string> =>
  Object.fromEntries(left.map(({ containerId, reason }) => [containerId, reason.code]))
