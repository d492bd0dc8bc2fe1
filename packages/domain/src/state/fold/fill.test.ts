import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { fills, fold, hourly, hours, reading } from './fold.fixture.ts'

const level = (events: Parameters<typeof fold>[0], changed = {}) =>
  fold(events, changed).state.fill.level?.pct
const calibrated = { emptyDistanceMm: 2000, fullDistanceMm: 400 }

test('a lone odd echo does not move the level', () => {
  expect(level(hourly(fills(50, 51, 100)))).toBe(51)
  expect(level(hourly(fills(50, 51, 0, 52)))).toBe(51)
})

test('a rise that the next reading confirms is believed', () => {
  expect(level(hourly(fills(20, 20, 85)))).toBe(20)
  expect(level(hourly(fills(20, 20, 85, 88)))).toBe(85)
})

test('two odd echoes that contradict each other leave the level where it was', () => {
  expect(level(hourly(fills(80, 80, 5, 45)))).toBe(80)
})

test('a calibrated distance wins over the device’s own estimate', () => {
  const measured = { distanceMm: 1200, fillPct: 10 }
  expect(level(hourly([measured]), calibrated)).toBe(50)
  expect(level(hourly([measured]))).toBe(10)
})

test('an echo from beyond the floor is none', () => {
  expect(level(hourly([{ distanceMm: 2500 }]), calibrated)).toBeUndefined()
})

test('a day without an echo is never an empty bin', () => {
  const lost = Array.from({ length: 24 }, (_, hour) =>
    reading(hours(3 + hour), { distanceMm: null, fillPct: 0 }, ['no_echo']),
  )
  const folded = fold([...hourly(fills(80, 80, 81)), ...lost])
  expect(folded.state.fill.level?.pct).toBe(80)
  expect(folded.state.emptied).toBeNull()
  expect(folded.episodes.map(({ kind }) => kind)).toEqual(['full', 'no_echo'])
})

test('a fall to the floor that the next reading confirms is an emptying, dated by its first reading', () => {
  const folded = fold(hourly(fills(80, 82, 5, 4, 6)))
  expect(folded.state.emptied).toMatchObject({ at: hours(2) + 60_000, by: 'signal' })
  expect(folded.emptyings).toEqual([folded.state.emptied])
})

test('a fall that a reading on its way down stretches out is one all the same', () => {
  const folded = fold(hourly(fills(37, 37, 34, 28, 12, 2, 1, 2)))
  expect(folded.state.emptied?.by).toBe('signal')
})

test('an echo that flickers between two heaps is no emptying, unless it stays down', () => {
  const flickers = [64, 66, 64, 15, 12, 14, 64, 67, 64, 12, 14, 10, 64, 65, 64, 10, 11]
  const { state } = fold(hourly(fills(...flickers)))
  expect(state.emptied?.at).toBe(hours(3) + 60_000)
  const stays = fold(hourly(fills(...flickers, ...Array(12).fill(9))))
  expect(stays.state.emptied?.at).toBe(hours(15) + 60_000)
})

test('a fall that stops half way is a partial emptying: the filling begins again, the mould stays', () => {
  const folded = fold(hourly(fills(90, 90, 45, 44, 46)))
  expect(folded.state.emptied).toBeNull()
  expect(folded.state.habit.last?.pct).toBe(45)
  expect(folded.state.habit.inflowPct).toBe(0)
})

test('the driver’s word empties a bin at once, and a sensor that insists is heard again', () => {
  const emptied = { kind: 'result', at: hours(3), stopId: 's1', outcome: 'emptied' } as const
  const told = fold([...hourly(fills(80, 80, 80)), emptied, reading(hours(4), { fillPct: 78 })])
  expect(told.state.fill.level?.pct).toBe(0)
  expect(told.state.emptied).toMatchObject({ at: hours(3), by: 'driver', beforePct: 80 })
  const insists = fold([...hourly(fills(80, 80, 80)), emptied, ...hourly(fills(78, 79, 78), 4)])
  expect(insists.state.fill.level?.pct).toBe(78)
})

test('the signal after the driver’s word speaks of the same emptying', () => {
  const emptied = { kind: 'result', at: hours(3), stopId: 's1', outcome: 'emptied' } as const
  const early = fold([...hourly(fills(80, 80, 80)), emptied, ...hourly(fills(80, 80, 5, 5), 4)])
  expect(early.state.emptied?.at).toBe(hours(3))
  expect(early.emptyings).toHaveLength(1)
})

test('full is raised at the threshold and cleared ten points below it, so noise makes one alert', () => {
  const around = [65, 71, 72, 69, 70, 68, 71, 66, 64, 72, 71, 58, 57, 58]
  const { episodes } = fold(hourly(fills(...around)))
  expect(episodes).toHaveLength(1)
  expect(episodes[0]).toMatchObject({ kind: 'full', evidence: { threshold_pct: 70 } })
  expect(episodes[0]?.raisedAt).toBe(hours(2) + 60_000)
  expect(episodes[0]?.clearedAt).toBe(hours(12) + 60_000)
})

test('a sensor that flickers around full makes one alert, not one a flicker', () => {
  const flickers = Array.from({ length: 40 }, (_, i) => (i % 8 < 4 ? 85 + (i % 3) : 30 + (i % 2)))
  const { episodes } = fold(hourly(fills(...flickers)))
  expect(episodes.filter(({ kind }) => kind === 'full').length).toBeLessThanOrEqual(2)
})

test('after a fall that nobody caused, full must last a day, and so must not full', () => {
  const flicker = [50, 50, 75, 76, 75, 50, 51, 50]
  const hoursOf = (pct: number, count: number) => Array(count).fill(pct)
  const full = (...pcts: readonly number[]) =>
    fold(hourly(fills(...flicker, ...pcts))).episodes.filter(({ kind }) => kind === 'full')
  const calm = { raisedAt: hours(3) + MINUTE_MS }
  expect(full()).toMatchObject([{ ...calm, clearedAt: null }])
  expect(full(...hoursOf(50, 20))).toMatchObject([{ ...calm, clearedAt: null }])
  const over = { ...calm, clearedAt: hours(6 + 24) + MINUTE_MS }
  expect(full(...hoursOf(50, 24))).toMatchObject([over])
  expect(full(...hoursOf(50, 24), ...hoursOf(80, 24))).toMatchObject([over])
  expect(full(...hoursOf(50, 24), ...hoursOf(80, 26))).toMatchObject([over, { clearedAt: null }])
})

test('an emptying ends the alert at once, whatever the sensor did before', () => {
  const { episodes } = fold(hourly(fills(50, 50, 75, 76, 75, 50, 51, 78, 79, 78, 77, 3, 2, 3)))
  expect(episodes).toMatchObject([
    { kind: 'full', raisedAt: hours(3) + MINUTE_MS, clearedAt: hours(12) + MINUTE_MS },
  ])
})

test('the rate follows the days since the emptying, not the steps of single readings', () => {
  const noisy = Array.from({ length: 24 * 9 }, (_, hour) => ({
    fillPct: Math.max(0, (hour / 24) * 8 + (hour % 7 === 3 ? 25 : 0) + ((hour * 13) % 5) - 2),
  }))
  const { state, days } = fold(hourly(noisy))
  expect(state.habit.days).toHaveLength(9 * 4)
  const lastDay = days.get(Math.floor(hours(24 * 8) / DAY_MS))
  const rate = lastDay?.[24 * 4 + 23]
  expect(rate).toBeGreaterThan(6.5)
  expect(rate).toBeLessThan(9)
})

test('a container that was emptied before starts its next filling at its own usual rate', () => {
  const week = (from: number) =>
    Array.from({ length: 24 * 6 }, (_, hour) =>
      reading(from + hour * HOUR_MS, { fillPct: hour / 2 }),
    )
  const folded = fold([...week(hours(1)), ...week(hours(145)), reading(hours(289), { fillPct: 0 })])
  expect(folded.state.habit.usual.pctPerDay).toBeCloseTo(12, 0)
})
