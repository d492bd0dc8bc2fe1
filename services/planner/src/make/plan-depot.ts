// One depot's day: laid out, timed, searched, judged, told as runs.
import type { Depot, NotCollected, Run } from '@bakwacht/domain'
import {
  buildProblem,
  legsIn,
  likeBefore,
  notServed,
  type Snapshot,
  sealOff,
  steadier,
  toRuns,
  type Wanted,
  withMatrices,
  withSafePayloads,
} from '@bakwacht/planning'
import type { TravelTimes } from '@bakwacht/roads'
import { type Solution, verify } from '@bakwacht/routing'
import { letOthers } from '../let-others.ts'
import { PlanUnsound } from '../plan-errors.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { matricesFor } from '../roads/matrices-for.ts'
import { searchPatience, searchSeconds } from '../solver/search-seconds.ts'
import { tellProgress } from '../solver/tell-progress.ts'

/** The same problem is searched from the same seed: a plan made again differs only where its facts do. */
export const SEED = 1

export interface DepotDay {
  readonly snapshot: Snapshot
  readonly date: string
  readonly depot: Depot
  readonly planId: string
  readonly wanted: readonly Wanted[]
  /** The drafts that the new runs take the place of. */
  readonly drafts: readonly Run[]
  /** These vehicles alone; without it all that are free. */
  readonly vehicleIds?: readonly string[]
  /** For the search, if it is a large day; a smaller one takes its share. */
  readonly seconds: number
  /** Euro that each stop moved has to save against the drafts; 0: the cheapest plan is the best. */
  readonly changeCost: number
}

export interface DepotRuns {
  readonly runs: readonly Run[]
  readonly notCollected: readonly NotCollected[]
  /** `undefined`: there was nothing to search. */
  readonly solution: Solution | undefined
}

export async function planDepot(
  day: DepotDay,
  travelTimes: TravelTimes,
  dependencies: Pick<PlannerDependencies, 'solver' | 'ids' | 'log' | 'clock'>,
): Promise<DepotRuns> {
  const { solver, ids } = dependencies
  await letOthers()
  const snapshot = withSafePayloads(day.snapshot, day.wanted, day.drafts)
  const laidOut = buildProblem({ ...day, snapshot })
  const { points, vehicleSizes } = laidOut
  const matrices =
    laidOut.jobs.length === 0
      ? []
      : await matricesFor(points, vehicleSizes, travelTimes, dependencies)
  const problem = sealOff(laidOut, matrices)
  if (problem.jobs.length === 0)
    return { runs: [], notCollected: problem.leftOut, solution: undefined }

  const routing = withMatrices(problem, matrices)
  const seconds = searchSeconds(routing.jobs.length, day.seconds)
  const found = await solver.solve(routing, {
    seed: SEED,
    seconds,
    patience: searchPatience(seconds, day.seconds),
    onProgress: tellProgress(day.depot.id, dependencies),
  })
  const solution = likeBefore(found, problem, day.drafts)
  await letOthers()
  const violations = verify(routing, solution)
  if (violations.length > 0) throw new PlanUnsound(violations.map((each) => JSON.stringify(each)))

  await letOthers()
  const legs = legsIn(points, vehicleSizes, matrices)
  const { planId, drafts, changeCost } = day
  const searched = {
    runs: toRuns({ solution, problem, legs, planId, snapshot, previous: drafts, ids }),
    notCollected: [...problem.leftOut, ...notServed(solution, problem)],
  }
  await letOthers()
  if (changeCost === 0) return { ...searched, solution }
  const wanted = [...problem.bundles.values()].flatMap((bundle) => bundle.wanted)
  return {
    ...steadier(searched, drafts, wanted, changeCost, { snapshot, legs, ids }),
    solution,
  }
}
