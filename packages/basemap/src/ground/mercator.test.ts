import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latOf, lonOf, WORLD, xOf, yOf } from './mercator.ts'

test('a place comes back to within a few centimetres', () => {
  const lons = fc.double({ min: -180, max: 179.99, noNaN: true })
  const lats = fc.double({ min: -80, max: 80, noNaN: true })
  fc.assert(
    fc.property(lons, lats, (lon, lat) => {
      expect(lonOf(xOf(lon))).toBeCloseTo(lon, 6)
      expect(latOf(yOf(lat))).toBeCloseTo(lat, 6)
    }),
  )
})

test('north is up, and the poles are at the edge', () => {
  expect(yOf(90)).toBe(0)
  expect(yOf(0)).toBe(WORLD / 2)
  expect(yOf(-90)).toBe(WORLD - 1)
})
