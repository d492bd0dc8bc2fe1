// A day of one depot or of all, from what was decided of the bins to runs.
import type { NotCollected, Run } from '@bakwacht/domain'
import { type Decision, depotOf, type Snapshot, wantedOf } from '@bakwacht/planning'
import type { TravelTimes } from '@bakwacht/roads'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { type DepotRuns, planDepot } from './plan-depot.ts'

export interface Day {
  readonly snapshot: Snapshot
  readonly date: string
  readonly depotId: string | null
  readonly planId: string
  readonly decisions: readonly Decision[]
  readonly drafts: readonly Run[]
  /** For the search of all depots, if the day is a large one. */
  readonly seconds: number
  /** Euro that each stop moved has to save against the drafts. */
  readonly changeCost: number
}

/** Depots share neither bins nor vehicles, so each is searched by itself, in its share of the time. */
export async function planDay(
  { snapshot, date, depotId, planId, decisions, drafts, seconds, changeCost }: Day,
  travelTimes: TravelTimes,
  dependencies: PlannerDependencies,
): Promise<readonly DepotRuns[]> {
  const { depots } = snapshot
  const wanted = Map.groupBy(wantedOf(decisions), ({ container }) => depotOf(container, depots)?.id)
  const busy = depots.filter(({ id }) => (depotId ?? id) === id && wanted.has(id))
  const days: DepotRuns[] = []
  for (const depot of busy) {
    const day = {
      ...{ snapshot, date, depot, planId },
      wanted: wanted.get(depot.id) ?? [],
      drafts: drafts.filter((run) => run.depotId === depot.id),
      seconds: seconds / busy.length,
      changeCost,
    }
    days.push(await planDepot(day, travelTimes, dependencies))
  }
  return days
}

/** What was wanted and is in no run. */
export const leftByDay = (
  days: readonly DepotRuns[],
  { decisions, snapshot }: Pick<Day, 'decisions' | 'snapshot'>,
): readonly NotCollected[] => [
  ...days.flatMap(({ notCollected }) => notCollected),
  ...(snapshot.depots.length > 0 ? [] : withoutDepot(decisions)),
]

const withoutDepot = (decisions: readonly Decision[]): NotCollected[] =>
  wantedOf(decisions).map(({ container, reason }) => ({
    containerId: container.id,
    reason: {
      code: 'no_capacity',
      evidence: { because: 'no_depot', wanted_for: reason.code },
    },
  }))
