import type { PlanOp } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { withStop } from '../runs/cheapest-place.ts'
import type { RunContext } from '../runs/ground.ts'
import { changeable, retimed, runOf, servesAny, stopOf, withoutStop, withRuns } from './draft.ts'

type Move = Extract<PlanOp, { op: 'move' }>

/** Puts a stop at another place of its run, or into another run; both keep to hours and loads. */
export function move(op: Move, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const { run, stop } = stopOf(planned, op.stopId, op)
  const left = withoutStop(run, stop.id)
  if (op.runId === run.id)
    return withRuns(planned, [retimed(withStop(left, stop, op.seq), context, op)])

  const target = changeable(runOf(planned, op.runId, op), op)
  const reached = retimed(withStop(target, stop, op.seq), context, op)
  return withRuns(planned, [reached, servesAny(left) ? retimed(left, context, op) : left])
}
