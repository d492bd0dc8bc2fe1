import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { changeable, runOf, withRuns } from './draft.ts'

type Cancel = Extract<PlanOp, { op: 'cancel' }>

/** Calls off the runs named, or all. What a driver has begun is reported stop by stop instead. */
export function cancel(op: Cancel, planned: PlanWithRuns): PlanWithRuns {
  const named = op.runIds?.map((id) => runOf(planned, id, op)) ?? planned.runs
  const wanted = named.filter(({ status }) => status !== 'cancelled')
  if (op.runIds && wanted.length === 0) throw new PlanOpRefused(op, hindrance('nothing_to_cancel'))
  const runs = wanted.map((run) => ({ ...changeable(run, op), status: 'cancelled' as const }))
  return withRuns(planned, runs)
}
