import type { NotCollected, Plan, Run, SolverRecord } from '@bakwacht/domain'
import {
  checkRuns,
  type Decision,
  depotOf,
  notCollectedOf,
  type PlanRequest,
  type PlanWithRuns,
  type Snapshot,
  selectBins,
  statusOf,
  wantedOf,
} from '@bakwacht/planning'
import type { TravelTimes } from '@bakwacht/roads'
import { letOthers } from '../let-others.ts'
import { PlanUnsound, UnknownPlanSubject } from '../plan-errors.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { onRoads } from '../roads/on-roads.ts'
import { withWays } from '../roads/with-ways.ts'
import { type DepotRuns, planDepot, SEED } from './plan-depot.ts'
import { takeSnapshot } from './take-snapshot.ts'

/**
 * Makes a date's plan and stores it as its next version, in one step: the drafts are replaced,
 * runs that are approved, started or done stand, cancelled ones go.
 * @throws VersionConflict when the plan changed meanwhile, PlanUnsound, what the search threw
 */
export async function makePlan(
  { date, depotId }: PlanRequest,
  dependencies: PlannerDependencies,
): Promise<PlanWithRuns> {
  const { registry, ids } = dependencies
  const before = await registry.plans.findFor(date, depotId)
  const snapshot = await takeSnapshot(dependencies, date)
  if (depotId !== null && !snapshot.depots.some(({ id }) => id === depotId))
    throw new UnknownPlanSubject('depot', depotId)
  const planId = before?.plan.id ?? ids()
  const drafts = before?.runs.filter(({ status }) => status === 'draft') ?? []
  const standing = before?.runs.filter(stands) ?? []

  await letOthers()
  const decisions = selectBins(snapshot, date, depotId, {
    drafts,
    notCollected: before?.plan.notCollected ?? [],
  })
  const day = { snapshot, date, depotId, planId, decisions, drafts }
  const {
    result: days,
    times,
    message,
  } = await onRoads(dependencies, (travelTimes) => planDepots(day, travelTimes, dependencies))
  const found = days.flatMap((each) => each.runs)
  const runs = await withWays(found, drafts, snapshot, times, dependencies.log)
  await letOthers()
  const faults = checkRuns(runs, snapshot, standing)
  if (faults.length > 0) throw new PlanUnsound(faults)

  const beyond = [
    ...days.flatMap((each) => each.notCollected),
    ...withoutDepot(decisions, snapshot),
  ]
  const plan: Plan = {
    id: planId,
    version: (before?.plan.version ?? 0) + 1,
    date,
    depotId,
    status: statusOf([...standing, ...runs]),
    notCollected: notCollectedOf(decisions, beyond, standing),
    settingsVersion: snapshot.settings.version,
    solver: solverRecord(days, dependencies.solver),
    travelTimes: times.kind,
    createdAt: before?.plan.createdAt ?? snapshot.now,
    updatedAt: snapshot.now,
    message,
  }
  const made = { plan, runs: [...standing, ...runs] }
  await letOthers()
  await registry.plans.save(made, before?.plan.version ?? 0)
  await letOthers()
  return (await registry.plans.find(planId)) ?? made
}

const stands = ({ status }: Run): boolean => status !== 'draft' && status !== 'cancelled'

interface Day {
  readonly snapshot: Snapshot
  readonly date: string
  readonly depotId: string | null
  readonly planId: string
  readonly decisions: readonly Decision[]
  readonly drafts: readonly Run[]
}

/** Depots share neither bins nor vehicles, so each is searched by itself, in its share of the time. */
async function planDepots(
  { snapshot, date, depotId, planId, decisions, drafts }: Day,
  travelTimes: TravelTimes,
  dependencies: PlannerDependencies,
): Promise<readonly DepotRuns[]> {
  const { depots, settings } = snapshot
  const wanted = Map.groupBy(wantedOf(decisions), ({ container }) => depotOf(container, depots)?.id)
  const busy = depots.filter(({ id }) => (depotId ?? id) === id && wanted.has(id))
  const days: DepotRuns[] = []
  for (const depot of busy) {
    const day = {
      ...{ snapshot, date, depot, planId },
      wanted: wanted.get(depot.id) ?? [],
      drafts: drafts.filter((run) => run.depotId === depot.id),
      seconds: settings.plan.solveSeconds / busy.length,
      changeCost: settings.plan.changeCost,
    }
    days.push(await planDepot(day, travelTimes, dependencies))
  }
  return days
}

const withoutDepot = (decisions: readonly Decision[], { depots }: Snapshot): NotCollected[] =>
  depots.length > 0
    ? []
    : wantedOf(decisions).map(({ container, reason }) => ({
        containerId: container.id,
        reason: {
          code: 'no_capacity',
          evidence: { because: 'no_depot', wanted_for: reason.code },
        },
      }))

function solverRecord(
  days: readonly DepotRuns[],
  { name, threads }: PlannerDependencies['solver'],
): SolverRecord {
  const solutions = days.flatMap(({ solution }) => solution ?? [])
  const sum = (of: (solution: (typeof solutions)[number]) => number) =>
    solutions.reduce((total, solution) => total + of(solution), 0)
  return {
    name,
    cost: sum(({ cost }) => cost),
    seconds: sum(({ seconds }) => seconds),
    seed: SEED,
    iterations: sum(({ iterations }) => iterations),
    threads,
  }
}
