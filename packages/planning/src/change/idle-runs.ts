import type { Run } from '@bakwacht/domain'
import { vehicleDay } from '../fleet/vehicle-day.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'

const NOTHING = { distanceM: 0, durationS: 0, kg: 0, l: 0, cost: 0 }

/** An empty draft for each vehicle that could go out on the plan's date but has no run in it. */
export function idleRuns(
  { plan, runs }: PlanWithRuns,
  { snapshot, ids }: RunContext,
): readonly Run[] {
  const out = new Set(runs.filter((run) => run.status !== 'cancelled').map((run) => run.vehicleId))
  return snapshot.vehicles
    .filter(({ id, depotId }) => !out.has(id) && (plan.depotId ?? depotId) === depotId)
    .flatMap((vehicle): Run[] => {
      const day = vehicleDay(vehicle, plan.date, snapshot, snapshot.standing)
      if (day === undefined) return []
      const [departure] = day.free
      return [
        {
          id: ids(),
          planId: plan.id,
          version: 1,
          date: plan.date,
          depotId: vehicle.depotId,
          vehicleId: vehicle.id,
          driver: vehicle.driver,
          status: 'draft',
          departure,
          arrival: departure,
          pause: null,
          stops: [],
          totals: NOTHING,
        },
      ]
    })
}
