// When a container that the coming run leaves out could be emptied at the earliest.
import type { Calendar } from '../fleet/calendar.ts'
import { addDays, instantOf, localDate, weekdayOf } from '../time/local-time.ts'

const VISIT_CLOCK = '12:00'
const YEAR_DAYS = 366

/** About the middle of the second working day after the local date of `at`: the first one is the coming run. */
export function nextVisitAfterComingRun(
  at: number,
  calendar: Calendar,
  depotId: string | null,
  timezone: string,
): number {
  const coming = workingDayAfter(localDate(at, timezone), calendar, depotId)
  return instantOf(workingDayAfter(coming, calendar, depotId), VISIT_CLOCK, timezone)
}

function workingDayAfter(date: string, calendar: Calendar, depotId: string | null): string {
  let next = addDays(date, 1)
  for (let days = 1; days < YEAR_DAYS && !isWorkingDay(next, calendar, depotId); days++)
    next = addDays(next, 1)
  return next
}

const isWorkingDay = (date: string, calendar: Calendar, depotId: string | null): boolean =>
  calendar.workingDays.includes(weekdayOf(date)) &&
  !calendar.closed.some(
    (day) => day.date === date && (day.depotId === null || day.depotId === depotId),
  )
