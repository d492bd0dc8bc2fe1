import type { Run } from '@bakwacht/domain'
import { type Hindrance, hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { plannedVisits } from '../selection/planned-visits.ts'
import type { Snapshot } from '../snapshot.ts'
import { runOf, withRuns } from './draft.ts'

type Approve = Extract<PlanOp, { op: 'approve' }>

/** Makes drafts binding: those named, or all. What is approved already stays so. */
export function approve(op: Approve, planned: PlanWithRuns, snapshot: Snapshot): PlanWithRuns {
  const named = op.runIds?.map((id) => runOf(planned, id, op)) ?? planned.runs
  const over = op.runIds && named.find(({ status }) => status === 'cancelled' || status === 'done')
  if (over) throw new PlanOpRefused(op, hindrance(`run_${over.status}`))
  if (!named.some(({ status }) => status !== 'cancelled'))
    throw new PlanOpRefused(op, hindrance('nothing_to_approve'))

  const drafts = named.filter(({ status }) => status === 'draft')
  for (const run of drafts) refuseConflict(run, op, planned, snapshot)
  return withRuns(
    planned,
    drafts.map((run) => ({ ...run, status: 'approved' })),
  )
}

/** @throws PlanOpRefused when another plan's standing run needs the vehicle then, or visits a bin of this one */
export function refuseConflict(
  run: Run,
  op: PlanOp,
  { plan }: PlanWithRuns,
  { standing, now }: Snapshot,
): void {
  const elsewhere = standing.filter(({ planId }) => planId !== plan.id)
  const conflict = conflictOf(run, elsewhere, now)
  if (conflict !== undefined) throw new PlanOpRefused(op, conflict)
}

function conflictOf(run: Run, elsewhere: readonly Run[], now: number): Hindrance | undefined {
  if (run.arrival <= now) return hindrance('over_already')
  const clash = elsewhere.find(
    (other) =>
      other.vehicleId === run.vehicleId &&
      run.departure < other.arrival &&
      other.departure < run.arrival,
  )
  if (clash) return hindrance('vehicle_elsewhere', { vehicle: run.vehicleId, run: clash.id })
  const promised = plannedVisits(elsewhere)
  const twice = run.stops.find(({ containerId }) =>
    promised.get(containerId ?? '')?.some(({ date }) => date === run.date),
  )
  return twice && hindrance('visited_elsewhere', { name: twice.name })
}
