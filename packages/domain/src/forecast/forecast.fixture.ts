// Containers that fill by lumps, seeded, and what their habits become.
import { DAY_MS, HOUR_MS } from '../time/local-time.ts'
import { type FillHabit, habitAt, habitEmptied, unknownHabit } from './fill-habit.ts'

export const ZONE = 'Europe/Brussels'
/** A Monday's midnight in Brussels. */
export const MONDAY = Date.UTC(2026, 0, 4, 23)

export interface LumpyLife {
  readonly days: number
  readonly seed: number
  /** Gifts a day, by weekday from Monday. */
  readonly giftsPerDay: (weekday: number) => number
  /** Standard deviation of each measured level, points. */
  readonly noisePct?: number
}

const GIFT_PCT = 3

/** Gifts of about 3 points, four levels a day; emptied when above 75 %. */
export function lumpyHabit({ days, seed, giftsPerDay, noisePct = 0 }: LumpyLife): {
  readonly habit: FillHabit
  readonly at: number
  readonly pct: number
} {
  const random = mulberry32(seed)
  let habit = unknownHabit
  let [level, at] = [10, MONDAY]
  for (let day = 0; day < days; day++)
    for (let quarter = 0; quarter < 4; quarter++) {
      for (let hour = 0; hour < 6; hour++)
        if (random() < giftsPerDay(day % 7) / 24) level += GIFT_PCT * 2 * random()
      at = MONDAY + day * DAY_MS + (quarter * 6 + 6) * HOUR_MS - 60_000
      if (level > 75) {
        habit = habitEmptied(habit, emptying(at, habit.last?.pct ?? level), null)
        level = 0
      }
      const noise = noisePct * (random() + random() + random() - 1.5) * 2
      habit = habitAt(habit, { at, pct: Math.min(Math.max(level + noise, 0), 100) }, ZONE)
    }
  return { habit, at, pct: habit.last?.pct ?? 0 }
}

export const emptying = (at: number, beforePct: number, afterPct = 0) =>
  ({
    ...{ at, knownAt: at, beforePct, afterPct },
    partial: afterPct > 20,
    confidence: 1,
    by: 'signal',
  }) as const

/** A small generator of 32 bits (T. Ettinger). */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
