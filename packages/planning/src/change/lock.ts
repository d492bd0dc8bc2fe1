import type { PlanOp } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import { stopOf, withRuns } from './draft.ts'

type Lock = Extract<PlanOp, { op: 'lock' }>

/** Keeps a stop on its vehicle, or with all before it in its place, when the plan is made again. */
export function lock(op: Lock, planned: PlanWithRuns): PlanWithRuns {
  const { run, stop } = stopOf(planned, op.stopId, op)
  const stops = run.stops.map((each) => (each === stop ? { ...stop, lock: op.lock } : each))
  return withRuns(planned, [{ ...run, stops }])
}
