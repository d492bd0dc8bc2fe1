import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, instantOf } from '../time/local-time.ts'
import { type FillHabit, habitAt, habitEmptied, unknownHabit } from './fill-habit.ts'
import { emptying, lumpyHabit, MONDAY, ZONE } from './forecast.fixture.ts'
import { unpackDays } from './packed-days.ts'

const levels = (...pcts: readonly (readonly [hour: number, pct: number])[]): FillHabit =>
  pcts.reduce(
    (habit, [hour, pct]) => habitAt(habit, { at: MONDAY + hour * HOUR_MS, pct }, ZONE),
    unknownHabit,
  )

test('each local day is remembered by its last level and what came in since the day before', () => {
  const habit = levels([1, 10], [20, 14], [30, 14], [40, 21.5], [49, 22])
  expect(unpackDays(habit.days)).toEqual([
    [14, 4],
    [21.5, 7.5],
  ])
  expect(habit.inflowPct).toBeCloseTo(0.5)
  expect(habit.weekday).toBe(3)
})

test('a day without a level is unknown, and what came in meanwhile belongs to the day after', () => {
  const habit = levels([1, 10], [97, 30], [121, 30])
  expect(unpackDays(habit.days)).toEqual([[10, 0], null, null, null, [30, 20]])
})

test('a day on which the clock changes is one day, whatever its hours', () => {
  const days = (...times: readonly (readonly [date: string, clock: string])[]) =>
    unpackDays(
      times.reduce(
        (habit, [date, clock]) =>
          habitAt(habit, { at: instantOf(date, clock, ZONE), pct: 10 }, ZONE),
        unknownHabit,
      ).days,
    )
  expect(days(['2026-10-24', '22:00'], ['2026-10-25', '23:30'])).toEqual([[10, 0]])
  expect(days(['2026-03-28', '22:00'], ['2026-03-30', '00:10'])).toEqual([[10, 0], null])
})

test('what is taken out is none of the inflow, whichever comes first, the fall or the word', () => {
  const before = levels([1, 10], [23, 60])
  const taken = emptying(MONDAY + 22 * HOUR_MS, 58)
  const fallFirst = habitEmptied(levels([1, 10], [22, 58], [23, 2]), taken, null)
  const wordFirst = habitAt(
    habitEmptied(levels([1, 10], [22, 58]), taken, null),
    { at: MONDAY + 23 * HOUR_MS, pct: 2 },
    ZONE,
  )
  expect(fallFirst.inflowPct).toBeCloseTo(50)
  expect(wordFirst.inflowPct).toBeCloseTo(50)
  expect(before.inflowPct).toBeCloseTo(50)
})

test('an emptying that becomes known a day later is bridged on its own day', () => {
  const fallen = levels([1, 10], [20, 60], [23, 3], [30, 4])
  const known = habitEmptied(fallen, emptying(MONDAY + 22 * HOUR_MS, 60, 3), null)
  expect(unpackDays(known.days)).toEqual([[3, 50]])
  expect(known.inflowPct).toBeCloseTo(1)
})

test('an emptying with the first echo of a day is none of the day before', () => {
  const evening = levels([1, 10], [23, 60])
  const emptied = habitEmptied(evening, emptying(MONDAY + 30 * HOUR_MS, 60, 2), null)
  const morning = habitAt(emptied, { at: MONDAY + 30 * HOUR_MS, pct: 2 }, ZONE)
  expect(unpackDays(morning.days)).toEqual([[60, 50]])
  expect(morning.inflowPct).toBeCloseTo(0)
})

test('an emptying told again counts once, in its new words', () => {
  const told = emptying(MONDAY + 20 * HOUR_MS, 60)
  const once = habitEmptied(levels([1, 10], [20, 60]), told, null)
  const again = habitEmptied(once, { ...told, afterPct: 8 }, told)
  expect(habitAt(again, { at: MONDAY + 21 * HOUR_MS, pct: 8 }, ZONE).inflowPct).toBeCloseTo(50)
})

test('the clock change neither loses nor doubles a day', () => {
  const march = Date.UTC(2026, 2, 27, 12)
  const habit = [0, 1, 2, 3, 4].reduce(
    (known, day) => habitAt(known, { at: march + day * DAY_MS, pct: 10 + 5 * day }, ZONE),
    unknownHabit,
  )
  expect(unpackDays(habit.days)).toEqual([10, 15, 20, 25].map((pct, n) => [pct, n === 0 ? 0 : 5]))
})

test('a year takes no more room than sixteen weeks', () => {
  const { habit } = lumpyHabit({ days: 365, seed: 1, giftsPerDay: () => 2 })
  expect(unpackDays(habit.days)).toHaveLength(112)
  expect(JSON.stringify(habit).length).toBeLessThan(700)
  expect(habit.usual.pctPerDay).toBeGreaterThan(4.5)
  expect(habit.usual.pctPerDay).toBeLessThan(7)
})

test('noise of the level is told apart from what comes in', () => {
  const noisy = lumpyHabit({ days: 112, seed: 2, giftsPerDay: () => 2, noisePct: 5 }).habit.usual
  const calm = lumpyHabit({ days: 112, seed: 2, giftsPerDay: () => 2 }).habit.usual
  expect(noisy.noise).toBeGreaterThan(10)
  expect(calm.noise).toBeLessThan(5)
  expect(Math.abs(noisy.pctPerDay - calm.pctPerDay)).toBeLessThan(1)
})
