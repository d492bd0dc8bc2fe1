import type { Run, Stop } from '@bakwacht/domain'
import { hindrance, isHindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { idleRuns } from '../runs/idle-runs.ts'
import { containerStop } from '../runs/stop.ts'
import { askedFor } from '../selection/asked-for.ts'
import { withNotCollected, withRuns } from './draft.ts'
import { placed, targetOf } from './target.ts'

type Add = Extract<PlanOp, { op: 'add' }>

/**
 * Puts a container in: at the place named; or, of the run or vehicle named, where it costs least (a trip
 * of its own included); or, of all drafts and of the vehicles that stay in, where it costs least.
 */
export function add(op: Add, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const stop = newStop(op, planned, context)
  const run = targetOf(op, planned, context)
  const changed =
    run === undefined
      ? placed(stop, allRuns(planned, context), undefined, context, op)
      : placed(stop, [run], op.seq, context, op)
  const { notCollected } = planned.plan
  return withNotCollected(
    withRuns(planned, [changed]),
    notCollected.filter(({ containerId }) => containerId !== op.containerId),
  )
}

function newStop(op: Add, planned: PlanWithRuns, { snapshot, ids }: RunContext): Stop {
  const there = planned.runs
    .filter(({ status }) => status !== 'cancelled')
    .find((run) =>
      run.stops.some(({ containerId, result }) => containerId === op.containerId && !result),
    )
  if (there)
    throw new PlanOpRefused(
      op,
      hindrance('in_run_already', { container: op.containerId, run: there.id }),
    )
  const wanted = askedFor(snapshot, planned.plan.date, op.containerId)
  if (isHindrance(wanted)) throw new PlanOpRefused(op, wanted)
  return containerStop(wanted, ids)
}

const allRuns = ({ plan, runs }: PlanWithRuns, context: RunContext): readonly Run[] => [
  ...runs.filter(({ status }) => status === 'draft'),
  ...idleRuns({ ...plan, planId: plan.id }, runs, context),
]
