import {
  applyOp,
  checkRuns,
  deltaBetween,
  hindrance,
  nextVersion,
  type PlanMaker,
  type PlanOp,
  PlanOpRefused,
  type PlanWithRuns,
  restore,
  type Snapshot,
} from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { straightLine, type TravelTimes } from '@bakwacht/roads'
import { takeSnapshot } from '../make/take-snapshot.ts'
import { PlanUnsound, UnknownPlanSubject } from '../plan-errors.ts'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { onRoads } from '../roads/on-roads.ts'
import { withWays } from '../roads/with-ways.ts'
import { legsFor } from './legs-for.ts'
import { reoptimise } from './reoptimise.ts'

/** Applies all ops, one after the other, or none; a dry run stores nothing. */
export async function changePlan(
  [planId, ops, expectedVersion, dryRun]: Parameters<PlanMaker['change']>,
  dependencies: PlannerDependencies,
): ReturnType<PlanMaker['change']> {
  const { registry } = dependencies
  const before = await registry.plans.find(planId)
  if (before === undefined) throw new UnknownPlanSubject('plan', planId)
  if (before.plan.version !== expectedVersion)
    throw new VersionConflict(expectedVersion, before.plan.version)
  const [first] = ops
  if (first && before.plan.status === 'planning')
    throw new PlanOpRefused(first, hindrance('being_made'))

  const snapshot = await takeSnapshot(dependencies, before.plan.date)
  const after = await changed(ops, before, snapshot, dependencies)
  refuseUnsound(before, after, snapshot)
  const next = nextVersion(before, after, snapshot.now)
  if (!dryRun) await registry.plans.save(next, expectedVersion)
  const planned = dryRun ? next : ((await registry.plans.find(planId)) ?? next)
  return { planned, delta: deltaBetween(before.runs, planned.runs) }
}

/** Ops that only approve, name or hold change no times: they need no roads. */
const RETIMING: ReadonlySet<PlanOp['op']> = new Set([
  'move',
  'drop',
  'add',
  'reoptimise',
  'restore',
])

async function changed(
  ops: readonly PlanOp[],
  before: PlanWithRuns,
  snapshot: Snapshot,
  dependencies: PlannerDependencies,
): Promise<PlanWithRuns> {
  const apply = (times: TravelTimes) => applyAll(ops, before, snapshot, times, dependencies)
  if (!ops.some(({ op }) => RETIMING.has(op))) return apply(straightLine())
  const { result, times, message } = await onRoads(dependencies, apply)
  const { plan } = result
  return {
    // Runs that did not change keep what they had; the plan says the lesser of the two.
    plan: {
      ...plan,
      travelTimes: times.kind === 'estimate' ? 'estimate' : plan.travelTimes,
      message: message ?? plan.message,
    },
    runs: await withWays(result.runs, before.runs, snapshot, times, dependencies.log),
  }
}

async function applyAll(
  ops: readonly PlanOp[],
  before: PlanWithRuns,
  snapshot: Snapshot,
  travelTimes: TravelTimes,
  dependencies: PlannerDependencies,
): Promise<PlanWithRuns> {
  const earlier = await earlierPlans(ops, before, dependencies)
  const runs = [before, ...earlier.values()].flatMap((plan) => plan.runs)
  const legs = await legsFor({ runs }, ops, snapshot, travelTimes, dependencies)
  let planned = before
  for (const op of ops) {
    const current = { ...snapshot, standing: standingWith(planned, snapshot) }
    const context = { snapshot: current, legs, ids: dependencies.ids }
    switch (op.op) {
      case 'reoptimise':
        planned = await reoptimise(op, planned, current, travelTimes, dependencies)
        break
      case 'restore':
        planned = restore(op, planned, earlier.get(op.version), context)
        break
      default:
        planned = applyOp(op, planned, context)
    }
  }
  return planned
}

/** The versions that the ops go back to, as far as they are kept. */
async function earlierPlans(
  ops: readonly PlanOp[],
  { plan }: PlanWithRuns,
  { registry }: Pick<PlannerDependencies, 'registry'>,
): Promise<ReadonlyMap<number, PlanWithRuns>> {
  const versions = new Set(ops.flatMap((op) => (op.op === 'restore' ? [op.version] : [])))
  const earlier = new Map<number, PlanWithRuns>()
  for (const version of versions) {
    const kept = await registry.plans.earlier(plan.id, version)
    if (kept !== undefined) earlier.set(version, kept)
  }
  return earlier
}

/** What stands now: the other plans' runs, and this one's as the ops so far have left them. */
const standingWith = ({ plan, runs }: PlanWithRuns, { standing }: Snapshot) => [
  ...standing.filter(({ planId }) => planId !== plan.id),
  ...runs.filter(({ status }) => status !== 'draft' && status !== 'cancelled'),
]

/** Only what the ops changed, and broke: the register may have changed under a run since it was made. */
function refuseUnsound(before: PlanWithRuns, after: PlanWithRuns, snapshot: Snapshot): void {
  const untouched = after.runs.filter((run) =>
    before.runs.some(({ id, stops }) => id === run.id && stops === run.stops),
  )
  const changed = after.runs.filter((run) => !untouched.includes(run))
  const broken = new Set(checkRuns(before.runs, snapshot).map(wherever))
  const faults = checkRuns(changed, snapshot, untouched)
  const own = faults.filter((fault) => !broken.has(wherever(fault)))
  if (own.length > 0) throw new PlanUnsound(own)
}

/** The fault of a stop without its number, which changes with the stops before it. */
const wherever = (fault: string): string => fault.replace(/: stop \d+ /, ': ')
