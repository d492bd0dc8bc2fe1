import { expect, test } from 'vitest'
import { isSunny, solarElevationDeg } from './solar-elevation.ts'

const leuven = [4.7, 50.88] as const
const hourAt = (iso: string) => Math.floor(Date.parse(iso) / 3_600_000)

test('at noon the sun stands at 90° less the latitude plus the season’s tilt', () => {
  expect(solarElevationDeg(Date.parse('2026-06-21T11:43:00Z'), leuven)).toBeCloseTo(62.56, 0)
  expect(solarElevationDeg(Date.parse('2026-12-21T11:39:00Z'), leuven)).toBeCloseTo(15.68, 0)
})

test('the sun rises and sets at the almanac’s times', () => {
  // Leuven 2026-03-20: sunrise 05:46, sunset 17:56 UTC; refraction lifts the disc by 0.83°.
  expect(solarElevationDeg(Date.parse('2026-03-20T05:46:00Z'), leuven)).toBeCloseTo(-0.83, 0)
  expect(solarElevationDeg(Date.parse('2026-03-20T17:56:00Z'), leuven)).toBeCloseTo(-0.83, 0)
})

test('nights are never sunny, midsummer afternoons always, and a box cools for an hour', () => {
  expect(isSunny(hourAt('2026-06-21T23:00Z'), leuven)).toBe(false)
  expect(isSunny(hourAt('2026-06-21T14:00Z'), leuven)).toBe(true)
  expect(isSunny(hourAt('2026-06-21T19:00Z'), leuven)).toBe(true)
  expect(isSunny(hourAt('2026-06-21T20:00Z'), leuven)).toBe(false)
})
