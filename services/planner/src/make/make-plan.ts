import type { Plan, Run, SolverRecord } from '@bakwacht/domain'
import {
  checkRuns,
  notCollectedOf,
  type PlanRequest,
  type PlanWithRuns,
  selectBins,
  statusOf,
} from '@bakwacht/planning'
import { letOthers } from '../let-others.ts'
import { PlanUnsound, UnknownPlanSubject } from '../plan-errors.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { onRoads } from '../roads/on-roads.ts'
import { withWays } from '../roads/with-ways.ts'
import { leftByDay, planDay } from './plan-day.ts'
import { type DepotRuns, SEED } from './plan-depot.ts'
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
  const { solveSeconds: seconds, changeCost } = snapshot.settings.plan
  const day = { snapshot, date, depotId, planId, decisions, drafts, seconds, changeCost }
  const {
    result: days,
    times,
    message,
  } = await onRoads(dependencies, (travelTimes) => planDay(day, travelTimes, dependencies))
  const found = days.flatMap((each) => each.runs)
  const runs = await withWays(found, drafts, snapshot, times, dependencies.log)
  await letOthers()
  const faults = checkRuns(runs, snapshot, standing)
  if (faults.length > 0) throw new PlanUnsound(faults)

  const beyond = leftByDay(days, day)
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
  return made
}

const stands = ({ status }: Run): boolean => status !== 'draft' && status !== 'cancelled'

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
