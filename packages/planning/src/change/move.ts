import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { retimed, servesAny, stopOf, withoutStop, withRuns } from './draft.ts'
import { placed, targetOf } from './target.ts'

type Move = Extract<PlanOp, { op: 'move' }>

/** Puts a stop at another place of its run, or into another run; both keep to hours and loads. */
export function move(op: Move, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const { run, stop } = stopOf(planned, op.stopId, op)
  const target = targetOf(op, planned, context)
  if (target === undefined) throw new PlanOpRefused(op, hindrance('no_target'))
  const left = withoutStop(run, stop.id)
  if (target.id === run.id) return withRuns(planned, [placed(stop, [left], op.seq, context, op)])

  const reached = placed(stop, [target], op.seq, context, op)
  return withRuns(planned, [reached, servesAny(left) ? retimed(left, context, op) : left])
}
