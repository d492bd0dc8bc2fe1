// Which day the desk shows when nobody has chosen one, and which day is the next to plan.
import type { Calendar, Plan } from '@bakwacht/api/contract'

const DAY_MS = 86_400_000
const YEAR_DAYS = 366

export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 Monday … 7 Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7

/** The first date after this one on which runs leave; where the calendar has none within a year, the day after. */
export function nextWorkingDay(
  date: string,
  { closed, working_days }: Pick<Calendar, 'closed' | 'working_days'>,
): string {
  for (let days = 1; days <= YEAR_DAYS; days++) {
    const next = dayAfter(date, days)
    const isClosed = closed.some((day) => day.date === next && day.depot_id === null)
    if (!isClosed && working_days.includes(weekdayOf(next))) return next
  }
  return dayAfter(date)
}

/** Today while something of today is still to be done; else the newest plan to come; else today. */
export function dayToShow(
  today: string,
  plansOfToday: readonly Plan[],
  newest: Pick<Plan, 'date'> | undefined,
): string {
  if (plansOfToday.some(isToDo)) return today
  return newest !== undefined && newest.date > today ? newest.date : today
}

const isToDo = ({ status, runs }: Plan): boolean =>
  status === 'planning' ||
  status === 'failed' ||
  runs.some((run) => run.status !== 'done' && run.status !== 'cancelled')
