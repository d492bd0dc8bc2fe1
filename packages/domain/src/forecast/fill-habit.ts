// How one container fills, as its fold learns it: the levels at the ends of its last local days and what
// came in between. Textile that left is bridged: inflow is what was given, whatever was taken out.
import type { LevelPoint } from '../signal/fill-estimate.ts'
import { addDays, DAY_MS, instantOf, localDate, weekdayOf } from '../time/local-time.ts'
import {
  type DayEnd,
  lastPackedDays,
  type PackedDays,
  packDayEnd,
  packedDay,
  unpackDays,
  withPackedDay,
} from './packed-days.ts'
import { nothingUsual, type UsualInflow, usualInflowOf } from './usual-inflow.ts'

/** Part of the fold of a container: plain JSON of bounded size. */
export interface FillHabit {
  /** What the next level is compared with; `null`: textile has left, and nobody has measured since. */
  readonly last: LevelPoint | null
  /** UTC ms: the local midnight that ends the day under way; `null`: no level was ever measured. */
  readonly dayEndsAt: number | null
  /** Weekday of the day under way, 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Points that came in since the last day that ended with a known level. */
  readonly inflowPct: number
  /** Days that have ended, one after the other, the newest last. */
  readonly days: PackedDays
  /** What is usual over these days. */
  readonly usual: UsualInflow
}

export const unknownHabit: FillHabit = {
  last: null,
  dayEndsAt: null,
  weekday: 1,
  inflowPct: 0,
  days: '',
  usual: nothingUsual,
}

/** Sixteen weeks: a season. */
const MOST_DAYS = 112

/** A level was measured. Days that have ended by then are written down first. */
export function habitAt(habit: FillHabit, level: LevelPoint, timezone: string): FillHabit {
  const { last, inflowPct, ...today } = atDayOf(habit, level.at, timezone)
  const rise = last === null ? 0 : level.pct - last.pct
  return { ...today, last: { at: level.at, pct: level.pct }, inflowPct: inflowPct + rise }
}

/**
 * Textile has left, all of it or some.
 * @param at UTC ms
 * @param from the level that filling goes on from; `null`: the next one measured
 * @param before how full it was: a fall that the levels show already is none of the inflow; `null`: unknown
 */
export function habitEmptied(
  habit: FillHabit,
  at: number,
  from: LevelPoint | null,
  before: Pick<LevelPoint, 'pct'> | null,
): FillHabit {
  const { last, dayEndsAt } = habit
  const shown = last === null || before === null ? 0 : Math.max(before.pct - last.pct, 0)
  const daysAgo = dayEndsAt === null ? 0 : Math.max(Math.floor((dayEndsAt - at) / DAY_MS), 0)
  const ended = daysAgo === 0 ? null : packedDay(habit.days, daysAgo)
  if (ended === null) return { ...habit, last: from, inflowPct: habit.inflowPct + shown }
  const day: DayEnd = [ended[0], ended[1] + shown]
  return { ...habit, last: from, days: withPackedDay(habit.days, daysAgo, day) }
}

/** The habit in which the day of `at` is under way. */
function atDayOf(habit: FillHabit, at: number, timezone: string): FillHabit {
  if (habit.dayEndsAt === null) return { ...habit, ...dayOf(at, timezone) }
  if (at < habit.dayEndsAt) return habit
  const gone = Math.floor((at - habit.dayEndsAt) / DAY_MS)
  const [end, inflowPct] = endOf(habit)
  const silent = packDayEnd(null).repeat(Math.min(gone, MOST_DAYS))
  const days = lastPackedDays(habit.days + packDayEnd(end) + silent, MOST_DAYS)
  const today = dayOf(at, timezone)
  const usual = usualInflowOf(unpackDays(days))
  return { last: habit.last, inflowPct, days, usual, ...today }
}

function dayOf(at: number, timezone: string): Pick<FillHabit, 'dayEndsAt' | 'weekday'> {
  const date = localDate(at, timezone)
  return { dayEndsAt: instantOf(addDays(date, 1), '00:00', timezone), weekday: weekdayOf(date) }
}

/** The day under way as it ends, and what of its inflow is too little to be written down. */
function endOf({ last, dayEndsAt, inflowPct }: FillHabit): readonly [DayEnd, number] {
  if (last === null || dayEndsAt === null || dayEndsAt - last.at > DAY_MS) return [null, inflowPct]
  const written = tenth(inflowPct)
  return [[last.pct, written], inflowPct - written]
}

const tenth = (value: number): number => Math.round(value * 10) / 10
