import { isAway } from '../fleet/vehicle-day.ts'
import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { Snapshot } from '../snapshot.ts'
import { changeable, runOf, withRuns } from './draft.ts'

type AssignDriver = Extract<PlanOp, { op: 'assign_driver' }>

/** Who drives the run; `null`: nobody yet. One driver drives one run at a time. */
export function assignDriver(
  op: AssignDriver,
  planned: PlanWithRuns,
  { calendar, standing }: Pick<Snapshot, 'calendar' | 'standing'>,
): PlanWithRuns {
  const run = changeable(runOf(planned, op.runId, op), op)
  const { driver } = op
  if (driver !== null && isAway(driver, run.date, calendar))
    throw new PlanOpRefused(op, hindrance('driver_away', { driver, date: run.date }))
  const others = [
    ...planned.runs.filter(({ id, status }) => id !== run.id && status !== 'cancelled'),
    ...standing.filter(({ planId }) => planId !== run.planId),
  ]
  const clash = others.find(
    (other) =>
      driver !== null &&
      other.driver === driver &&
      other.departure < run.arrival &&
      run.departure < other.arrival,
  )
  if (clash)
    throw new PlanOpRefused(op, hindrance('driver_busy', { driver: driver ?? '', run: clash.id }))
  return withRuns(planned, [{ ...run, driver }])
}
