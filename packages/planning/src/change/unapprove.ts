import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { withRuns } from './draft.ts'

type Unapprove = Extract<PlanOp, { op: 'unapprove' }>

/** Makes approved runs drafts again; those that a driver has begun stand. */
export function unapprove(op: Unapprove, planned: PlanWithRuns): PlanWithRuns {
  const approved = planned.runs.filter(({ status }) => status === 'approved')
  if (approved.length === 0) throw new PlanOpRefused(op, 'no run is approved and yet to start')
  return withRuns(
    planned,
    approved.map((run) => ({ ...run, status: 'draft' })),
  )
}
