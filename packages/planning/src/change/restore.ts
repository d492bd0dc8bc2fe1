import type { Run, Stop } from '@bakwacht/domain'
import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { closedNow } from '../selection/asked-for.ts'
import { refuseConflict } from './approve.ts'
import { retimed } from './draft.ts'

export type Restore = Extract<PlanOp, { op: 'restore' }>

/**
 * The plan as it was at an earlier version: runs, order, locks, drivers, approvals and what was left out.
 * Times are worked out anew. What a driver has begun since stands, so its stops must be those of then. A bin that comes
 * back must be one to which somebody may be sent now, and not emptied in the meantime.
 * @param earlier the plan at `op.version`; `undefined`: it is no longer kept
 */
export function restore(
  op: Restore,
  planned: PlanWithRuns,
  earlier: PlanWithRuns | undefined,
  context: RunContext,
): PlanWithRuns {
  if (earlier === undefined)
    throw new PlanOpRefused(op, hindrance('version_gone', { version: op.version }))
  const then = new Set(earlier.runs.map(({ id }) => id))
  const begun = planned.runs.find((run) => isBegun(run) && !then.has(run.id))
  if (begun) throw new PlanOpRefused(op, hindrance(`run_${begun.status}`))

  for (const stop of comingBack(planned, earlier)) refuseClosed(stop, op, earlier, context)

  const { notCollected, settingsVersion, solver, travelTimes } = earlier.plan
  // Whoever follows a run that was removed heard of each of its changes, and of the removal as one more;
  // the plan has counted each of them too.
  const changesSince = planned.plan.version - earlier.plan.version
  const later = (run: Run) => ({ ...run, version: run.version + changesSince + 1 })
  return {
    plan: { ...planned.plan, notCollected, settingsVersion, solver, travelTimes },
    runs: earlier.runs.map((run) => restored(later(run), op, planned, context)),
  }
}

/** Visits of then that the plan does not make now. */
function comingBack(planned: PlanWithRuns, earlier: PlanWithRuns): readonly Stop[] {
  const visited = new Set(visitsOf(planned).map(({ containerId }) => containerId))
  return visitsOf(earlier).filter(({ containerId }) => !visited.has(containerId))
}

const visitsOf = ({ runs }: PlanWithRuns): readonly Stop[] =>
  runs.filter(({ status }) => status !== 'cancelled').flatMap(({ stops }) => stops)

function refuseClosed(
  { containerId, name }: Stop,
  op: Restore,
  { plan }: PlanWithRuns,
  { snapshot }: RunContext,
): void {
  if (containerId === null) return
  const closed = closedNow(snapshot, plan.date, containerId)
  if (closed) throw new PlanOpRefused(op, closed)
  const container = snapshot.containers.find(({ id }) => id === containerId)
  if ((container?.lastEmptiedAt ?? 0) > plan.updatedAt)
    throw new PlanOpRefused(op, hindrance('emptied_since', { name }))
}

function restored(earlier: Run, op: Restore, planned: PlanWithRuns, context: RunContext): Run {
  const now = planned.runs.find(({ id }) => id === earlier.id)
  if (now !== undefined && isBegun(now)) {
    if (orderOf(now) === orderOf(earlier)) return now
    throw new PlanOpRefused(op, hindrance(`run_${now.status}`))
  }
  if (now !== undefined && isSame(now, earlier)) return now
  const before = { ...earlier, version: now?.version ?? earlier.version }
  if (earlier.status === 'cancelled') return before
  const run = retimed(before, context, op)
  if (run.status === 'approved') refuseConflict(run, op, planned, context.snapshot)
  return run
}

const isBegun = ({ status }: Run): boolean => status === 'started' || status === 'done'

const isSame = (a: Run, b: Run): boolean =>
  a.status === b.status && a.driver === b.driver && orderOf(a) === orderOf(b)

const orderOf = ({ stops }: Run): string =>
  JSON.stringify(stops.map(({ id, lock, reason }: Stop) => [id, lock, reason]))
