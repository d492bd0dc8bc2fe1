import type { Depot, Evidence, LeftOutCode, Reason, Site } from '@bakwacht/domain'
import { beginWindows, type Span } from '../calendar/span.ts'
import { closedBecause } from '../calendar/working-day.ts'
import { placeHours, serviceMs } from '../fleet/place-hours.ts'
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import type { Wanted } from '../selection/decision.ts'
import type { Snapshot } from '../snapshot.ts'

export type Reach =
  | { readonly kind: 'open'; readonly windows: readonly Span[] }
  | { readonly kind: 'shut'; readonly reason: Reason<LeftOutCode> }

/** When a container can be visited on the date: its own hours, its site's and its depot's together. */
export function reachOf(
  { container }: Wanted,
  site: Site | undefined,
  depot: Depot,
  date: string,
  { timezone, calendar }: Pick<Snapshot, 'timezone' | 'calendar'>,
  vehicleDays: readonly VehicleDay[],
): Reach {
  const closed = closedBecause(date, calendar, depot.id)
  if (closed !== undefined) return shut('no_access', { because: 'closed', day: closed })
  if (vehicleDays.length === 0) return shut('no_capacity', { because: 'no_vehicle', vehicles: 0 })

  const types = container.vehicleTypes
  if (types !== null && !vehicleDays.some(({ vehicle }) => types.includes(vehicle.type)))
    return shut('no_access', { because: 'vehicle_type', types: types.join(', ') })

  const windows = placeHours(container, site, depot, date, timezone)
  return beginWindows(windows, serviceMs(container, site, true)).length > 0
    ? { kind: 'open', windows }
    : shut('no_access', { because: 'access_window', date })
}

const shut = (code: LeftOutCode, evidence: Evidence): Reach => ({
  kind: 'shut',
  reason: { code, evidence },
})
