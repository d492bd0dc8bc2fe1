import { expect, test } from 'vitest'
import { generatedWeather } from './generated-weather.ts'
import { HOUR_MS, STEP_MS } from './time.ts'

const start = Date.UTC(2026, 0, 1)
const hoursOf = (seed: number, hours: number) => {
  const weather = generatedWeather(seed, start)
  return Array.from({ length: hours }, (_, hour) => weather(start + hour * HOUR_MS))
}
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

test('a year looks like Belgium', () => {
  const year = hoursOf(1, 8_760)
  const temps = year.map(({ tempC }) => tempC)
  expect(mean(temps)).toBeGreaterThan(8)
  expect(mean(temps)).toBeLessThan(13)
  expect(mean(temps.slice(4_300, 5_000))).toBeGreaterThan(mean(temps.slice(0, 700)) + 9)
  const rain = year.filter(({ rainMmPerH }) => rainMmPerH > 0)
  expect(rain.length / year.length).toBeGreaterThan(0.06)
  expect(rain.length / year.length).toBeLessThan(0.22)
  const foggy = year.filter(({ rhPct }) => rhPct >= 95).length / year.length
  expect(foggy).toBeGreaterThan(0.05)
  expect(foggy).toBeLessThan(0.4)
  for (const { rhPct, sunWPerM2 } of year) {
    expect(rhPct).toBeGreaterThan(0)
    expect(rhPct).toBeLessThanOrEqual(100)
    expect(sunWPerM2).toBeGreaterThanOrEqual(0)
    expect(sunWPerM2).toBeLessThan(1_000)
  }
})

test('the sun shines by day and never at midnight', () => {
  const year = hoursOf(2, 8_760)
  const at = (hourUtc: number) => year.filter((_, hour) => hour % 24 === hourUtc)
  expect(Math.max(...at(0).map(({ sunWPerM2 }) => sunWPerM2))).toBe(0)
  expect(mean(at(12).map(({ sunWPerM2 }) => sunWPerM2))).toBeGreaterThan(150)
})

test('the same seed gives the same weather, in whatever order it is asked for', () => {
  const one = generatedWeather(5, start)
  const other = generatedWeather(5, start)
  const instants = Array.from({ length: 500 }, (_, step) => start + step * STEP_MS)
  const forwards = instants.map(one)
  const backwards = instants.toReversed().map(other).toReversed()
  expect(backwards).toEqual(forwards)
  expect(instants.map(generatedWeather(6, start))).not.toEqual(forwards)
})
