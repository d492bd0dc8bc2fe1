import { join } from 'node:path'
import { DAY_MS } from '@bakwacht/domain'
import { generatedWeather } from '@bakwacht/simulators/world'
import { expect, test } from 'vitest'
import { giftsOf, meanBags, regionDrift } from './households.ts'
import { readWorld } from './world-file.ts'

const { gifts: rules } = readWorld(join(import.meta.dirname, '../../worlds/leaks-2.json'))
const YEAR = 365
const span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 1) + YEAR * DAY_MS }
const weather = generatedWeather(1, span.from)
const means = meanBags(rules)
const CAPACITY_L = 2_500

const given = (seed: number, litresPerDay = 110) => {
  const bin = { id: 'bin', litresPerDay, densityFactor: 1, wetBagShare: 0 }
  const region = regionDrift(rules, span, seed)
  return giftsOf(bin, { rules, means, region, weather }, span, seed)
}

/** Points of fill for each day. */
const daily = (seed: number): number[] => {
  const days = new Array<number>(YEAR).fill(0)
  for (const { at, gift } of given(seed)) {
    const day = Math.min(Math.floor((at - span.from) / DAY_MS), YEAR - 1)
    days[day] = (days[day] ?? 0) + (100 * gift.litres) / CAPACITY_L
  }
  return days
}

/** Variance for each point of the mean, over windows of so many days. */
function variancePerPoint(days: readonly number[], window: number): number {
  const sums = Array.from({ length: Math.floor(days.length / window) }, (_, n) =>
    days.slice(n * window, (n + 1) * window).reduce((sum, pct) => sum + pct, 0),
  )
  const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length
  return sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sums.length - 1) / mean
}

const seeds = Array.from({ length: 30 }, (_, n) => n + 1)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

test('a day varies as the quietest recorded containers do, and a week a little more', () => {
  const days = seeds.map(daily)
  const oneDay = median(days.map((each) => variancePerPoint(each, 1)))
  const week = median(days.map((each) => variancePerPoint(each, 7)))
  expect(oneDay).toBeGreaterThan(8)
  expect(oneDay).toBeLessThan(14)
  expect(week).toBeGreaterThan(10)
  expect(week).toBeLessThan(25)
})

test('over many years a bin gets the litres that it is said to get', () => {
  const perDay = seeds.map(
    (seed) => given(seed).reduce((sum, { gift }) => sum + gift.litres, 0) / YEAR,
  )
  const mean = perDay.reduce((sum, litres) => sum + litres, 0) / seeds.length
  expect(mean).toBeGreaterThan(90)
  expect(mean).toBeLessThan(120)
})

test('gifts come in the order of time, and the same seed brings the same ones', () => {
  const gifts = given(3)
  expect(gifts).toEqual(given(3))
  expect(gifts.every(({ at }, n) => at >= (gifts[n - 1]?.at ?? 0))).toBe(true)
})
