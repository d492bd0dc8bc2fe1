// The days that a container remembers, four letters each: they are in every checkpoint of its fold.
import { fromLetters, inLetters } from './letters.ts'

/**
 * The level at the end of a day, %, and the points that came in since the last day that ended with a known
 * level; negative where the echoes say so. `null`: no level that day.
 */
export type DayEnd = readonly [pct: number, inflowPct: number] | null

/** One day after the other, the newest last. */
export type PackedDays = string

const A_DAY = 4
/** Tenths of a point in two letters; inflow is counted from the middle. */
const MIDDLE = 2048
const NO_LEVEL = 'AAAA'

/** To a tenth of a point; an inflow beyond ±204 points is cut off there. */
export function packDayEnd(day: DayEnd): PackedDays {
  if (day === null) return NO_LEVEL
  const [pct, inflowPct] = day
  return inLetters(pct * 10 + 1, 2) + inLetters(inflowPct * 10 + MIDDLE, 2)
}

export function unpackDays(packed: PackedDays): readonly DayEnd[] {
  const days: DayEnd[] = []
  for (let at = 0; at < packed.length; at += A_DAY) {
    const level = fromLetters(packed, at, 2)
    days.push(
      level === 0 ? null : [(level - 1) / 10, (fromLetters(packed, at + 2, 2) - MIDDLE) / 10],
    )
  }
  return days
}

/** @param daysAgo 1: the newest */
export const packedDay = (packed: PackedDays, daysAgo: number): DayEnd =>
  unpackDays(packed.slice(-A_DAY * daysAgo).slice(0, A_DAY))[0] ?? null

export const withPackedDay = (packed: PackedDays, daysAgo: number, day: DayEnd): PackedDays => {
  const at = packed.length - A_DAY * daysAgo
  return at < 0 ? packed : packed.slice(0, at) + packDayEnd(day) + packed.slice(at + A_DAY)
}

/** The newest of them. */
export const lastPackedDays = (packed: PackedDays, count: number): PackedDays =>
  packed.slice(-A_DAY * count)
