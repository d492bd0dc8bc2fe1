// How one container fills, as its fold learns it: the levels at the ends of its last local days and what
// came in between. Textile that left is bridged: inflow is what was given, whatever was taken out.
import type { Emptying } from '../signal/emptying.ts'
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
  /** What the next level is compared with; `null`: nobody has measured since it was last known. */
  readonly last: LevelPoint | null
  /** UTC ms: the local midnight that ends the day under way; `null`: no level was ever measured. */
  readonly dayEndsAt: number | null
  /** Weekday of the day under way, 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Points that came in since the last day that ended with a known level. */
  readonly inflowPct: number
  /** The same of the day after, as far as an emptying told of it before any level did. */
  readonly nextInflowPct: number
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
  nextInflowPct: 0,
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
 * Textile has left, all of it or some: what the level fell by is none of the inflow of that day.
 * @param emptying in its newest words; where they do not say how much was taken out, inflow is counted on from
 *   the next level
 * @param earlier in its words before; `null`: it is news
 */
export function habitEmptied(
  habit: FillHabit,
  emptying: Emptying,
  earlier: Emptying | null,
): FillHabit {
  const taken = takenPct(emptying)
  const before = earlier === null ? 0 : takenPct(earlier)
  if (taken === null) return habitInterrupted(habit)
  return before === null ? habit : withInflow(habit, emptying.at, taken - before)
}

/** What the level was says nothing of what comes in until the next one. */
export const habitInterrupted = (habit: FillHabit): FillHabit => ({ ...habit, last: null })

const takenPct = ({ beforePct, afterPct }: Emptying): number | null =>
  beforePct === null || afterPct === null ? null : beforePct - afterPct

/** Counts so many points more on the day of `at`, or, where it ended without a level, on the one under way. */
function withInflow(habit: FillHabit, at: number, pct: number): FillHabit {
  const { dayEndsAt } = habit
  if (dayEndsAt !== null && at >= dayEndsAt)
    return { ...habit, nextInflowPct: habit.nextInflowPct + pct }
  const daysAgo = dayEndsAt === null ? 0 : Math.max(Math.floor((dayEndsAt - at) / DAY_MS), 0)
  const ended = daysAgo === 0 ? null : packedDay(habit.days, daysAgo)
  if (ended === null) return { ...habit, inflowPct: habit.inflowPct + pct }
  const day: DayEnd = [ended[0], ended[1] + pct]
  return { ...habit, days: withPackedDay(habit.days, daysAgo, day) }
}

/** The habit in which the day of `at` is under way. */
function atDayOf(habit: FillHabit, at: number, timezone: string): FillHabit {
  if (habit.dayEndsAt === null) return { ...habit, ...dayOf(at, timezone) }
  if (at < habit.dayEndsAt) return habit
  const today = dayOf(at, timezone)
  // From midnight to midnight: where a clock changes, a day has 23 hours, or 25.
  const gone = Math.round((today.dayEndsAt - habit.dayEndsAt) / DAY_MS) - 1
  const [end, inflowPct] = endOf(habit)
  const silent = packDayEnd(null).repeat(Math.min(gone, MOST_DAYS))
  const days = lastPackedDays(habit.days + packDayEnd(end) + silent, MOST_DAYS)
  const usual = usualInflowOf(unpackDays(days))
  const carried = inflowPct + habit.nextInflowPct
  return { last: habit.last, inflowPct: carried, nextInflowPct: 0, days, usual, ...today }
}

function dayOf(at: number, timezone: string) {
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
