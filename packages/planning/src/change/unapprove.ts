import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { withRuns } from './draft.ts'

type Unapprove = Extract<PlanOp, { op: 'unapprove' }>

/** Makes approved runs drafts again; those that a driver has begun stand. */
export function unapprove(op: Unapprove, planned: PlanWithRuns): PlanWithRuns {
  const approved = planned.runs.filter(({ status }) => status === 'approved')
  if (approved.length === 0) throw new PlanOpRefused(op, hindrance('nothing_approved'))
  return withRuns(
    planned,
    approved.map((run) => ({ ...run, status: 'draft' })),
  )
}
