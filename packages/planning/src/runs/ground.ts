import { type Depot, MINUTE_MS, type Run } from '@bakwacht/domain'
import { type VehicleDay, vehicleDay } from '../fleet/vehicle-day.ts'
import { type Hindrance, hindrance } from '../hindrance/hindrance.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Legs } from './legs.ts'

/** What is needed to work out a run's times. */
export interface RunContext {
  readonly snapshot: Snapshot
  readonly legs: Legs
  /** Makes a new id each time. */
  readonly ids: () => string
}

/** What a run is driven from and with. */
export interface Ground {
  readonly depot: Depot
  readonly day: VehicleDay
}

/** The depot and the vehicle's day; a run that is about to leave may keep its departure. */
export function groundOf(run: Run, { snapshot }: RunContext): Ground | Hindrance {
  const depot = snapshot.depots.find(({ id }) => id === run.depotId)
  const vehicle = snapshot.vehicles.find(({ id }) => id === run.vehicleId)
  if (depot === undefined || vehicle === undefined)
    return hindrance('unknown_ground', { depot: run.depotId, vehicle: run.vehicleId })
  const leadMs = snapshot.settings.plan.leadMin * MINUTE_MS
  const now = run.stops.some(({ arrival }) => arrival > 0)
    ? Math.min(snapshot.now, run.departure - leadMs)
    : snapshot.now
  const others = snapshot.standing.filter(({ id }) => id !== run.id)
  const driven = { ...vehicle, driver: run.driver }
  const day = vehicleDay(driven, run.date, { ...snapshot, now }, others)
  return day === undefined
    ? hindrance('not_available', { vehicle: vehicle.name, date: run.date })
    : { depot, day }
}
