import type { NotCollected } from '@bakwacht/domain'
import type { PlanOp } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { retimed, servesAny, stopOf, withNotCollected, withoutStop, withRuns } from './draft.ts'

type Drop = Extract<PlanOp, { op: 'drop' }>

/** Takes a stop out; its container is left out by a planner's judgement, also when the plan is made again. */
export function drop(op: Drop, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const { run, stop } = stopOf(planned, op.stopId, op)
  const left = withoutStop(run, stop.id)
  const without = withRuns(planned, [servesAny(left) ? retimed(left, context, op) : left])
  if (stop.containerId === null) return without
  const dropped: NotCollected = {
    containerId: stop.containerId,
    reason: {
      code: 'dropped_by_planner',
      evidence: {
        ...stop.reason.evidence,
        was: stop.reason.code,
        dropped_at: context.snapshot.now,
      },
    },
  }
  return withNotCollected(without, [...without.plan.notCollected, dropped])
}
