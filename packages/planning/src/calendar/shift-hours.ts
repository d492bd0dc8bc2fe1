import { type Depot, instantOf, type Vehicle, vehicleDefaults } from '@bakwacht/domain'
import { type Span, spanOn } from './span.ts'

/** From the first shift's begin to the last one's end of a depot's vehicles on this date, UTC ms. */
export function shiftHours(date: string, vehicles: readonly Vehicle[], timezone: string): Span {
  const active = vehicles.filter((vehicle) => vehicle.active)
  const shifts = (active.length > 0 ? active : [vehicleDefaults]).map(({ shift }) =>
    spanOn(date, shift, timezone),
  )
  return [Math.min(...shifts.map(([from]) => from)), Math.max(...shifts.map(([, to]) => to))]
}

/** About when a container is visited on this date: the middle of the shifts, but not in the past. */
export function visitTime(
  date: string,
  vehicles: readonly Vehicle[],
  timezone: string,
  now: number,
): number {
  const [from, to] = shiftHours(date, vehicles, timezone)
  return Math.max((from + to) / 2, now)
}

/** The depot's open hours on this date. */
export const openHours = (depot: Depot, date: string, timezone: string): Span =>
  depot.open.from === depot.open.to
    ? [instantOf(date, '00:00', timezone), instantOf(date, '24:00', timezone)]
    : spanOn(date, depot.open, timezone)
