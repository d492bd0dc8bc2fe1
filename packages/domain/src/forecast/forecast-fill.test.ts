import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsDefaults } from '../settings.ts'
import { DAY_MS } from '../time/local-time.ts'
import { expectedFullAt, expectedPctAt, probabilityAbove, quantileAt } from './fill-forecast.ts'
import { unknownHabit } from './fill-habit.ts'
import { fleetHabitOf } from './fleet-habit.ts'
import { lumpyHabit, MONDAY, ZONE } from './forecast.fixture.ts'
import { forecastFill } from './forecast-fill.ts'
import { unpackDays } from './packed-days.ts'

const fleet = fleetHabitOf(settingsDefaults)
const even = () => 2

const foresee = (life: Parameters<typeof lumpyHabit>[0], over: { sdPct?: number } = {}) => {
  const { habit, at, pct } = lumpyHabit(life)
  const level = { at, pct, sdPct: 4, ...over }
  return forecastFill({ level, habit, fleet, timezone: ZONE })
}
const newBin = (pct: number, sdPct = 0) =>
  forecastFill({
    level: { at: MONDAY, pct, sdPct },
    habit: unknownHabit,
    fleet,
    timezone: ZONE,
  })

test('a container that nothing is known of fills as the fleet does', () => {
  const forecast = newBin(20)
  expect(expectedPctAt(forecast, MONDAY + 5 * DAY_MS)).toBeCloseTo(50, 0)
  expect(expectedFullAt(forecast)).toBeCloseTo(MONDAY + (80 / 6) * DAY_MS, -7)
})

test('a container that is known fills as it did', () => {
  const busy = foresee({ days: 100, seed: 3, giftsPerDay: () => 4 })
  const quiet = foresee({ days: 100, seed: 3, giftsPerDay: () => 0.5 })
  const weekOf = (forecast: typeof busy) =>
    expectedPctAt(forecast, forecast.from.at + 7 * DAY_MS) - forecast.from.pct
  expect(weekOf(busy)).toBeGreaterThan(60)
  expect(weekOf(quiet)).toBeLessThan(20)
})

test('the longer ahead, the less is known; and a worse level makes it less still', () => {
  const width = (forecast: ReturnType<typeof newBin>, days: number) =>
    quantileAt(forecast, MONDAY + days * DAY_MS, 0.9) -
    quantileAt(forecast, MONDAY + days * DAY_MS, 0.1)
  const widths = [0, 1, 3, 7, 14].map((days) => width(newBin(20, 4), days))
  expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  expect(width(newBin(40, 15), 3)).toBeGreaterThan(width(newBin(40, 4), 3) + 10)
})

test('days that bring more weigh more', () => {
  const weekend = foresee({ days: 112, seed: 4, giftsPerDay: (day) => (day >= 5 ? 6 : 0.5) })
  // Its life ends on a Sunday's midnight: the next five days are weekdays.
  const rise = (from: number, to: number) =>
    expectedPctAt(weekend, weekend.from.at + to * DAY_MS) -
    expectedPctAt(weekend, weekend.from.at + from * DAY_MS)
  expect(rise(5, 7)).toBeGreaterThan(rise(0, 5))
})

test('intervals that promise 80 % hold between 70 and 90 % of what comes in three days', () => {
  const covered = Array.from({ length: 10 }, (_, seed) => {
    let held = 0
    const origins = 40
    for (let n = 0; n < origins; n++) {
      const days = 60 + n
      const { habit, at, pct } = lumpyHabit({ days, seed, giftsPerDay: even, noisePct: 2 })
      const later = lumpyHabit({ days: days + 3, seed, giftsPerDay: even, noisePct: 2 })
      const inflow = broughtBy(later.habit, 3)
      const level = { at, pct, sdPct: 4 }
      const forecast = forecastFill({ level, habit, fleet, timezone: ZONE })
      const end = at + 3 * DAY_MS
      const low = quantileAt(forecast, end, 0.1)
      const high = quantileAt(forecast, end, 0.9)
      held += Number(low <= pct + inflow && pct + inflow <= high)
    }
    return held / origins
  })
  const mean = covered.reduce((sum, share) => sum + share, 0) / covered.length
  expect(mean).toBeGreaterThan(0.7)
  expect(mean).toBeLessThan(0.9)
})

test('chances and quantiles say the same, and rise and fall together', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      (days, seed, ahead, p) => {
        const forecast = foresee({ days, seed, giftsPerDay: even }, { sdPct: seed % 30 })
        const at = forecast.from.at + ahead * DAY_MS
        const level = quantileAt(forecast, at, p)
        expect(quantileAt(forecast, at, Math.min(p + 0.01, 0.99))).toBeGreaterThanOrEqual(level)
        if (level > 0)
          expect(probabilityAbove(forecast, level - 0.01, at)).toBeGreaterThan(0.97 - p)
        if (level > 0) expect(probabilityAbove(forecast, level + 0.01, at)).toBeLessThan(1.03 - p)
      },
    ),
    { numRuns: 100, seed: 1 },
  )
})

test('a forecast is small enough to be stored with every state', () => {
  const forecast = foresee({ days: 100, seed: 5, giftsPerDay: even })
  expect(JSON.stringify(forecast).length).toBeLessThan(900)
})

function broughtBy(habit: ReturnType<typeof lumpyHabit>['habit'], days: number): number {
  const ended = unpackDays(habit.days).slice(1 - days)
  return ended.reduce((sum, day) => sum + (day?.[1] ?? 0), habit.inflowPct)
}
