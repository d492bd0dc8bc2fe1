import type { Run } from '@bakwacht/domain'
import {
  betterOf,
  draftsToReoptimise,
  type PlanOp,
  type PlanWithRuns,
  type Snapshot,
  wantedAgain,
} from '@bakwacht/planning'
import type { TravelTimes } from '@bakwacht/roads'
import { planDepot } from '../make/plan-depot.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/** Searches the drafts again, with their own stops and vehicles; what is found has to be better. */
export async function reoptimise(
  op: Extract<PlanOp, { op: 'reoptimise' }>,
  planned: PlanWithRuns,
  snapshot: Snapshot,
  travelTimes: TravelTimes,
  dependencies: PlannerDependencies,
): Promise<PlanWithRuns> {
  const drafts = draftsToReoptimise(op, planned)
  const byDepot = Map.groupBy(drafts, ({ depotId }) => depotId)
  const found: Run[] = []
  for (const [depotId, runs] of byDepot) {
    const depot = snapshot.depots.find(({ id }) => id === depotId)
    if (depot === undefined) throw new Error(`run ${runs[0]?.id} has no depot ${depotId}`)
    const day = {
      ...{ snapshot, depot, drafts: runs, date: planned.plan.date, planId: planned.plan.id },
      wanted: wantedAgain(runs, snapshot),
      vehicleIds: runs.map(({ vehicleId }) => vehicleId),
      seconds: snapshot.settings.plan.solveSeconds / byDepot.size,
      changeCost: 0,
    }
    found.push(...betterOf(runs, (await planDepot(day, travelTimes, dependencies)).runs))
  }
  return { ...planned, runs: [...planned.runs.filter((run) => !drafts.includes(run)), ...found] }
}
