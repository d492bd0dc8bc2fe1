// What one vehicle can do on one date: the stretch that it is free in, and its pause.
import { HOUR_MS, MINUTE_MS, type Run, type Vehicle } from '@bakwacht/domain'
import { inOrder, intersect, lengthOf, type Span, spanOn, subtract } from '../calendar/span.ts'
import { closedBecause } from '../calendar/working-day.ts'
import type { Snapshot } from '../snapshot.ts'

export interface VehicleDay {
  readonly vehicle: Vehicle
  /** Departure and return lie within, UTC ms. */
  readonly free: Span
  /** Longest time from departure to return. */
  readonly maxMs: number
  /** When it may begin, and how long it is; `null`: none in this stretch. */
  readonly pause: { readonly begin: Span; readonly ms: number } | null
}

/** A stretch shorter than this is no shift. */
const SHORTEST_MS = 30 * MINUTE_MS

type Circumstances = Pick<Snapshot, 'now' | 'timezone' | 'settings' | 'calendar'>

/**
 * The longest stretch of the vehicle's shift that is not past, not taken by `otherRuns` of it and not
 * out of service; `undefined`: it stays in (closed day, driver away, retired, nothing left of the shift).
 */
export function vehicleDay(
  vehicle: Vehicle,
  date: string,
  circumstances: Circumstances,
  otherRuns: readonly Run[],
): VehicleDay | undefined {
  const { now, timezone, settings, calendar } = circumstances
  if (!vehicle.active || closedBecause(date, calendar, vehicle.depotId)) return undefined
  if (isAway(vehicle.driver, date, calendar)) return undefined

  const shift = spanOn(date, vehicle.shift, timezone)
  const own = otherRuns.filter((run) => run.vehicleId === vehicle.id && run.date === date)
  const taken = [
    [Number.NEGATIVE_INFINITY, earliestDeparture(now, settings.plan.leadMin)] as const,
    ...vehicle.unavailable.map(({ from, to }): Span => [from, to]),
    ...own.map(({ departure, arrival }): Span => [departure, arrival]),
  ]
  const free = subtract(shift, inOrder(taken)).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  const driven = own.reduce((sum, { departure, arrival }) => sum + arrival - departure, 0)
  const maxMs = vehicle.maxHours * HOUR_MS - driven
  if (free === undefined || Math.min(lengthOf(free), maxMs) < SHORTEST_MS) return undefined

  const paused = own.some(({ pause }) => pause !== null)
  return { vehicle, free, maxMs, pause: paused ? null : pauseIn(vehicle, shift, free) }
}

/** Never before now plus the lead, on a whole minute. */
const earliestDeparture = (now: number, leadMin: number): number =>
  (Math.ceil(now / MINUTE_MS) + leadMin) * MINUTE_MS

export const isAway = (
  driver: string | null,
  date: string,
  calendar: Snapshot['calendar'],
): boolean =>
  calendar.driverAbsence.some(
    (absence) => absence.driver === driver && absence.from <= date && date <= absence.to,
  )

/** The pause lies in the middle half of the shift. */
function pauseIn(vehicle: Vehicle, shift: Span, free: Span): VehicleDay['pause'] {
  const ms = vehicle.breakMin * MINUTE_MS
  const quarter = lengthOf(shift) / 4
  const middle: Span = [shift[0] + quarter, shift[1] - quarter - ms]
  const [begin] = intersect([middle], [[free[0], free[1] - ms]])
  return ms > 0 && begin !== undefined ? { begin, ms } : null
}
