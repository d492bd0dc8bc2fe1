import type { Run, Stop } from '@bakwacht/domain'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { cheapestPlace, withStop } from '../runs/cheapest-place.ts'
import type { RunContext } from '../runs/ground.ts'
import { idleRuns } from '../runs/idle-runs.ts'
import { containerStop } from '../runs/stop.ts'
import { askedFor } from '../selection/asked-for.ts'
import { changeable, retimed, runOf, withNotCollected, withRuns } from './draft.ts'

type Add = Extract<PlanOp, { op: 'add' }>

/**
 * Puts a container in: at the place named; or, of the run named, where it costs least (a trip
 * of its own included); or, of all drafts and of the vehicles that stay in, where it costs least.
 */
export function add(op: Add, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const stop = newStop(op, planned, context)
  const run = op.runId === undefined ? undefined : changeable(runOf(planned, op.runId, op), op)
  const changed =
    run !== undefined && op.seq !== undefined
      ? retimed(withStop(run, stop, op.seq), context, op)
      : cheapest(op, stop, run ? [run] : allRuns(planned, context), context)
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
    throw new PlanOpRefused(op, `container ${op.containerId} is in run ${there.id} already`)
  const wanted = askedFor(snapshot, planned.plan.date, op.containerId)
  if (typeof wanted === 'string') throw new PlanOpRefused(op, wanted)
  return containerStop(wanted, ids)
}

function cheapest(op: Add, stop: Stop, runs: readonly Run[], context: RunContext): Run {
  const place = cheapestPlace(stop, runs, context)
  if (typeof place === 'string') throw new PlanOpRefused(op, `it fits nowhere (${place})`)
  return place.run
}

const allRuns = ({ plan, runs }: PlanWithRuns, context: RunContext): readonly Run[] => [
  ...runs.filter(({ status }) => status === 'draft'),
  ...idleRuns({ ...plan, planId: plan.id }, runs, context),
]
