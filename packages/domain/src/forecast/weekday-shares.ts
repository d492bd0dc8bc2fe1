// Which weekdays bring more than others.
import type { DayEnd } from './packed-days.ts'

/** What a weekday brings, times the mean day; Monday first. Their mean is 1. */
export type WeekdayShares = readonly number[]

export const evenWeek: WeekdayShares = [1, 1, 1, 1, 1, 1, 1]

/** Points that came in on a weekday, and on how many. */
export interface WeekdaySums {
  readonly inflowPct: readonly number[]
  readonly days: readonly number[]
}

/**
 * @param days the newest last
 * @param weekday of the day after them, 1–7
 */
export function weekdaySumsOf(days: readonly DayEnd[], weekday: number): WeekdaySums {
  const inflowPct = Array<number>(7).fill(0)
  const count = Array<number>(7).fill(0)
  for (let index = days.length - 1; index > 0; index--) {
    const day = days[index]
    if (!day || !days[index - 1]) continue
    const of = weekdayIndex(weekday, index - days.length)
    inflowPct[of] = (inflowPct[of] ?? 0) + day[1]
    count[of] = (count[of] ?? 0) + 1
  }
  return { inflowPct, days: count }
}

/**
 * Own days against what was believed of the week before, which counts as so many days of each.
 * A container into which nothing comes has no weekdays of its own.
 */
export function weekdayShares(
  { inflowPct, days }: WeekdaySums,
  pctPerDay: number,
  before: WeekdayShares,
  beforeDays: number,
): WeekdayShares {
  if (pctPerDay <= 0) return before
  const shares = before.map((share, of) => {
    const own = Math.max(inflowPct[of] ?? 0, 0) / pctPerDay
    return (own + beforeDays * share) / ((days[of] ?? 0) + beforeDays)
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return shares.map((share) => share / mean)
}

/** 0 Monday … 6 Sunday, so many days after (before) a weekday of 1–7. */
export const weekdayIndex = (weekday: number, daysLater: number): number =>
  (((weekday - 1 + daysLater) % 7) + 7) % 7
