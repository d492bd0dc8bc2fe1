import { addDays, weekdayOf } from '@bakwacht/domain'

/** The nth day from Monday to Saturday after a date. */
export function workingDayAfter(date: string, nth: number): string {
  let day = date
  for (let left = nth; left > 0; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) !== 7) left--
  }
  return day
}
