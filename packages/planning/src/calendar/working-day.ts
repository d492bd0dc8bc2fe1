import { addDays, type Calendar, weekdayOf } from '@bakwacht/domain'

const YEAR_DAYS = 366

/**
 * Why no run leaves the depot on this date: the holiday's name, or `day_off` (a holiday without a name too).
 * `undefined`: runs leave.
 */
export function closedBecause(
  date: string,
  calendar: Calendar,
  depotId: string | null,
): string | undefined {
  const holiday = calendar.closed.find(
    (day) => day.date === date && (day.depotId === null || day.depotId === depotId),
  )
  if (holiday !== undefined) return holiday.name.trim() || 'day_off'
  return calendar.workingDays.includes(weekdayOf(date)) ? undefined : 'day_off'
}

/**
 * The first date after `date` on which runs leave this depot.
 * Where the calendar has none within a year, the date a year later.
 */
export function nextPossibleVisit(
  date: string,
  calendar: Calendar,
  depotId: string | null,
): string {
  let next = addDays(date, 1)
  for (let day = 1; day < YEAR_DAYS && closedBecause(next, calendar, depotId); day++)
    next = addDays(next, 1)
  return next
}
