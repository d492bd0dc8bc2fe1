import { locale } from './format.ts'

/** A day of the week in short: 1 Monday … 7 Sunday. */
export const dayOfWeek = (day: number): string =>
  // 1 January 2024 was a Monday.
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale(), {
    weekday: 'short',
    timeZone: 'UTC',
  })
