// Where a stop is to go: into a run of the plan, or to a vehicle that has none yet.
import type { Run, Stop } from '@bakwacht/domain'
import { hindrance, isHindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { cheapestPlace, withStop } from '../runs/cheapest-place.ts'
import type { RunContext } from '../runs/ground.ts'
import { idleRuns } from '../runs/idle-runs.ts'
import { changeable, retimed, runOf } from './draft.ts'

type Placing = Extract<PlanOp, { op: 'add' | 'move' }>

/** The run that the op names, or that of the vehicle it names, at first an empty one; `undefined`: it names neither. */
export function targetOf(op: Placing, planned: PlanWithRuns, context: RunContext): Run | undefined {
  const { runId, vehicleId } = op
  if (runId !== undefined) return changeable(runOf(planned, runId, op), op)
  if (vehicleId === undefined) return undefined
  const own = planned.runs.find((run) => run.vehicleId === vehicleId && isOpen(run))
  if (own !== undefined) return own
  const plan = { ...planned.plan, planId: planned.plan.id }
  const idle = idleRuns(plan, planned.runs, context).find((run) => run.vehicleId === vehicleId)
  if (idle === undefined) throw new PlanOpRefused(op, hindrance('not_free', { vehicle: vehicleId }))
  return idle
}

const isOpen = ({ status }: Run) => status === 'draft' || status === 'approved'

/** The run with the stop in it: at that place, or, of these runs, where it costs least. */
export function placed(
  stop: Stop,
  [first, ...others]: readonly Run[],
  seq: number | undefined,
  context: RunContext,
  op: Placing,
): Run {
  if (first !== undefined && seq !== undefined)
    return retimed(withStop(first, stop, seq), context, op)
  const runs = first === undefined ? [] : [first, ...others]
  const place = cheapestPlace(stop, runs, context)
  if (isHindrance(place)) throw new PlanOpRefused(op, place)
  return place.run
}
