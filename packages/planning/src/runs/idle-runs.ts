import type { Run } from '@bakwacht/domain'
import { vehicleDay } from '../fleet/vehicle-day.ts'
import type { RunContext } from './ground.ts'

const NOTHING = { distanceM: 0, durationS: 0, kg: 0, l: 0, cost: 0 }

interface RunsOf {
  readonly planId: string
  readonly date: string
  /** `null`: of all depots. */
  readonly depotId: string | null
}

/** An empty draft for each vehicle that could go out on the date but has none of `runs`. */
export function idleRuns(
  { planId, date, depotId }: RunsOf,
  runs: readonly Run[],
  { snapshot, ids }: RunContext,
): readonly Run[] {
  const out = new Set(runs.filter((run) => run.status !== 'cancelled').map((run) => run.vehicleId))
  return snapshot.vehicles
    .filter((vehicle) => !out.has(vehicle.id) && (depotId ?? vehicle.depotId) === vehicle.depotId)
    .flatMap((vehicle): Run[] => {
      const day = vehicleDay(vehicle, date, snapshot, snapshot.standing)
      if (day === undefined) return []
      const [departure] = day.free
      return [
        {
          id: ids(),
          planId,
          version: 1,
          date,
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
