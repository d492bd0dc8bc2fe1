import { expect, test } from 'vitest'
import { settingsDefaults } from '../../settings.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { trustOf } from '../trust.ts'
import { calibrationInUse } from './calibration.ts'
import { fills, fold, hourly, hours, reading } from './fold.fixture.ts'

const level = (events: Parameters<typeof fold>[0], changed = {}) =>
  fold(events, changed).state.fill.level?.pct
const calibrated = { emptyDistanceMm: 2000, fullDistanceMm: 400 }
/** A night of readings that say the same, give or take a point. */
const night = (pct: number): number[] => Array.from({ length: 9 }, (_, hour) => pct + (hour % 2))
const full = (...pcts: readonly number[]) =>
  fold(hourly(fills(...pcts))).episodes.filter(({ kind }) => kind === 'full')

test('a lone odd echo does not move the level', () => {
  expect(level(hourly(fills(...night(50), 100)))).toBeCloseTo(50.5, 0)
  expect(level(hourly(fills(...night(50), 0, 51)))).toBeCloseTo(50.7, 0)
})

test('a rise that the next readings confirm is believed', () => {
  expect(level(hourly(fills(...night(20), 85)))).toBeLessThan(25)
  expect(level(hourly(fills(...night(20), 85, 86, 84, 85, 86, 85, 86)))).toBeCloseTo(85.5, 0)
})

test('two odd echoes that contradict each other leave the level where it was', () => {
  expect(level(hourly(fills(...night(80), 5, 45, 80)))).toBeCloseTo(80, 0)
})

test('what is said of the level grows less certain with odd echoes and more so with each that agrees', () => {
  const sd = (...pcts: readonly number[]) => fold(hourly(fills(...pcts))).state.fill.level?.sdPct
  expect(sd(20, 21)).toBeLessThan(sd(20) ?? 0)
  expect(sd(...night(20), 60)).toBeGreaterThan(sd(...night(20), 21) ?? Infinity)
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
  expect(folded.state.fill.level?.pct).toBeCloseTo(80.5, 0)
  expect(folded.emptyings).toEqual([])
  expect(folded.episodes.map(({ kind }) => kind)).toEqual(['full', 'no_echo'])
})

test('a fall to the floor that the next reading confirms is an emptying, dated by its first reading', () => {
  const folded = fold(hourly(fills(...night(80), 5, 4, 6)))
  expect(folded.state.emptied).toMatchObject({ at: hours(9) + MINUTE_MS, by: 'signal' })
  expect(folded.state.emptied?.knownAt).toBe(hours(10) + MINUTE_MS)
  expect(folded.state.emptied?.beforePct).toBeCloseTo(80, -1)
  expect(folded.state.emptied?.confidence).toBeGreaterThan(0.98)
  expect(folded.emptyings).toEqual([folded.state.emptied])
})

test('a bin that was a quarter full and reads empty was emptied', () => {
  const folded = fold(hourly(fills(...night(25), 0, 1, 0, 1, 0)))
  expect(folded.emptyings).toMatchObject([{ at: hours(9) + MINUTE_MS, partial: false }])
})

test('a fall that a reading on its way down stretches out is one all the same', () => {
  const folded = fold(hourly(fills(...night(60), 52, 28, 12, 2, 1, 2)))
  expect(folded.emptyings).toMatchObject([{ by: 'signal', partial: false }])
  expect(folded.emptyings[0]?.afterPct).toBeLessThan(3)
})

test('an echo that something catches now and then makes one emptying, when it first reaches the floor', () => {
  const flickers = [15, 12, 14, 64, 67, 64, 12, 14, 10, 64, 65, 64, 10, 11, 64, 12, 9]
  const folded = fold(hourly(fills(...night(64), ...flickers)))
  expect(folded.emptyings).toMatchObject([{ at: hours(9) + MINUTE_MS }])
  expect(folded.state.fill.level?.pct).toBeLessThan(15)
})

test('a fall that stops half way is a partial emptying: the filling begins again, the mould stays', () => {
  const folded = fold(hourly(fills(...night(89), ...night(90), 45, 44, 46)))
  expect(folded.state.emptied).toBeNull()
  expect(folded.state.partly).toMatchObject({ at: hours(18) + MINUTE_MS, partial: true })
  expect(folded.state.partly?.afterPct).toBeCloseTo(44.5, 0)
  expect(Math.abs(folded.state.habit.inflowPct)).toBeLessThan(3)
})

test('a small fall under a lid that stayed closed is a partial emptying, and after an opening a slide', () => {
  const week = Array.from({ length: 168 }, (_, hour) => ({
    fillPct: 40 + (hour % 2),
    lidOpens: hour % 4 === 0 ? 1 : 0,
  }))
  const falls = (lidOpens: number | null) =>
    fold(
      hourly([...week, ...[27, 28, 27, 27, 28, 27].map((fillPct) => ({ fillPct, lidOpens }))], 11),
    ).emptyings
  expect(falls(0)).toMatchObject([{ at: hours(179) + MINUTE_MS, partial: true }])
  expect(falls(1)).toEqual([])
})

test('the driver’s word empties a bin at once, and a sensor that insists is heard again', () => {
  const emptied = { kind: 'result', at: hours(9), stopId: 's1', outcome: 'emptied' } as const
  const told = fold([...hourly(fills(...night(80))), emptied, reading(hours(10), { fillPct: 78 })])
  expect(told.state.fill.level?.pct).toBeLessThan(3)
  expect(told.state.emptied).toMatchObject({ at: hours(9), by: 'driver' })
  const insists = [...hourly(fills(...night(80))), emptied, ...hourly(fills(78, 79, 78), 10)]
  expect(fold(insists).state.fill.level?.pct).toBeCloseTo(78, 0)
})

test('the signal before or after the driver’s word speaks of the same emptying', () => {
  const emptied = { kind: 'result', at: hours(11), stopId: 's1', outcome: 'emptied' } as const
  const before = fold([...hourly(fills(...night(80), 5, 5, 5, 6, 5)), emptied])
  expect(before.emptyings).toMatchObject([{ at: hours(11), by: 'both', confidence: 1 }])
  const after = fold([...hourly(fills(...night(80), 80, 80)), emptied, ...hourly(fills(5, 5), 12)])
  expect(after.emptyings).toMatchObject([{ at: hours(11), by: 'both' }])
  expect(after.emptyings[0]?.afterPct).toBeLessThan(3)
})

test('where the level comes to rest after emptyings is the floor, whatever distance was registered', () => {
  const week = (day: number) =>
    Array.from({ length: 7 * 24 }, (_, hour) =>
      reading(hours(24 * day + hour) + 10 * HOUR_MS, { distanceMm: 1800 - hour * 6 }),
    )
  const { state } = fold([...week(0), ...week(7), ...week(14), ...week(21)], calibrated)
  // Registered 2,000 mm, in truth 1,800: 12.5 points.
  expect(state.fill.scale.floor).toBeCloseTo(12.5, -0.5)
  expect(state.emptied?.afterPct).toBeLessThan(3)
  const said = calibrationInUse({ emptyMm: 2000, fullMm: 400 }, state.fill.scale)
  expect(said.source).toBe('learnt')
  expect(Math.abs(said.emptyMm - 1800)).toBeLessThan(25)
})

test('a container that nobody calibrated fills between its own lowest level and the sensor', () => {
  const filling = Array.from({ length: 120 }, (_, hour) => ({ distanceMm: 1500 - hour * 7 }))
  const { state } = fold(hourly([...filling, { distanceMm: 1500 }, { distanceMm: 1490 }]))
  expect(state.emptied?.beforePct).toBeGreaterThan(55)
  expect(state.fill.level?.pct).toBeLessThan(5)
  const first = fold(hourly([{ distanceMm: 1500 }])).state.fill.level
  expect(first?.sdPct).toBeGreaterThan(20)
})

test('a driver who empties a container before its first echo does not calibrate it', () => {
  const emptied = { kind: 'result', at: hours(0), stopId: 's1', outcome: 'emptied' } as const
  const echoes = hourly([1500, 1503, 1500, 1503].map((distanceMm) => ({ distanceMm })))
  const { fill } = fold([emptied, ...echoes]).state
  expect(fill.scale.guessed).toBe(true)
  expect(fill.scale.floor).toBeCloseTo(29.4, 0)
  expect(fill.level?.pct).toBeLessThan(1)
})

test('a driver’s word makes no fill sensor of a device that has none', () => {
  const emptied = { kind: 'result', at: hours(5), stopId: 's1', outcome: 'emptied' } as const
  const trust = (count: number, measured: object) => {
    const told = fold([
      emptied,
      ...hourly(Array(count).fill({ tempC: 10, rhPct: 60, ...measured })),
    ])
    return trustOf(told.state, hours(count), settingsDefaults.health)
  }
  expect(trust(8, {})).toBe('no_sensor')
  expect(trust(100, {})).toBe('no_sensor')
  expect(trust(8, { fillPct: 10 })).toBe('trusted')
})

test('full is raised at the threshold and cleared ten points below it, so noise makes one alert', () => {
  const around = [65, 68, 71, 72, 69, 70, 68, 71, 66, 64, 72, 71, 58, 57, 56, 57]
  const [alert, ...more] = full(...around)
  expect(more).toEqual([])
  expect(alert).toMatchObject({ kind: 'full', evidence: { threshold_pct: 70 } })
  expect(alert?.raisedAt).toBe(hours(3) + MINUTE_MS)
  expect(alert?.clearedAt).toBeGreaterThan(hours(11))
})

test('a sensor that flickers around full makes one alert, not one a flicker', () => {
  const flickers = Array.from({ length: 40 }, (_, i) => (i % 8 < 4 ? 85 + (i % 3) : 30 + (i % 2)))
  expect(full(...flickers).length).toBeLessThanOrEqual(2)
})

test('after a fall that nobody caused, full must last a day', () => {
  const slides = [...night(55), 48, 42, 38, 35, 35]
  const hoursOf = (pct: number, count: number) => Array(count).fill(pct)
  expect(full(...slides, ...hoursOf(80, 20))).toEqual([])
  expect(full(...slides, ...hoursOf(80, 30))).toMatchObject([{ clearedAt: null }])
})

test('an emptying ends the alert at once, whatever the sensor did before', () => {
  const restless = [50, 50, 75, 76, 75, 76, 50, 51, 78, 79, 78, 77]
  expect(full(...restless, 3, 2, 3)).toMatchObject([{ clearedAt: hours(13) + MINUTE_MS }])
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
