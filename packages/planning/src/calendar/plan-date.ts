import { addDays, type Depot, localDate, MINUTE_MS } from '@bakwacht/domain'
import type { Snapshot } from '../snapshot.ts'
import { shiftHours } from './shift-hours.ts'
import { closedBecause } from './working-day.ts'

/**
 * The date that a plan made now is for: today, when runs leave today and at least one shift has yet
 * to begin (a departure needs `leadMin` from now on); else the first day after on which runs leave.
 */
export function planDateAt(
  snapshot: Pick<Snapshot, 'now' | 'timezone' | 'settings' | 'calendar' | 'depots' | 'vehicles'>,
): string {
  const { now, timezone, settings, calendar, depots, vehicles } = snapshot
  const ready = now + settings.plan.leadMin * MINUTE_MS
  const today = localDate(now, timezone)
  const stillToday = depots.some(
    (depot) => leaves(today, depot) && shiftsOf(depot, today).some((from) => from >= ready),
  )
  if (stillToday) return today
  for (let days = 1; days < 366; days++) {
    const date = addDays(today, days)
    if (depots.some((depot) => leaves(date, depot))) return date
  }
  return addDays(today, 1)

  function leaves(date: string, depot: Depot): boolean {
    return closedBecause(date, calendar, depot.id) === undefined
  }
  function shiftsOf(depot: Depot, date: string): number[] {
    return vehicles
      .filter((vehicle) => vehicle.active && vehicle.depotId === depot.id)
      .map((vehicle) => shiftHours(date, [vehicle], timezone)[0])
  }
}
