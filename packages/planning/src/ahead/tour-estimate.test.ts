import type { LonLat } from '@bakwacht/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateTour } from './tour-estimate.ts'

const depot: LonLat = [4.48, 51.03]
const place = (kmEast: number, kmNorth = 0): LonLat => [
  4.48 + kmEast / (111.32 * Math.cos((51.03 * Math.PI) / 180)),
  51.03 + kmNorth / 111.32,
]
const ROAD = 1.45
const sum = (km: readonly number[]) => km.reduce((total, each) => total + each, 0)

test('a lone place is driven to and back', () => {
  const { km, shareKm, savingKm } = estimateTour(depot, [place(10)])
  expect([km, ...shareKm, ...savingKm]).toEqual(
    [20, 20, 20].map((way) => expect.closeTo(way * ROAD)),
  )
})

test('two places side by side share the way there: neither pays all of it, leaving one out saves little', () => {
  const { shareKm, savingKm } = estimateTour(depot, [place(10), place(10, 0.1)])
  for (const km of shareKm) expect(km).toBeCloseTo(10 * ROAD, 0)
  for (const km of savingKm) expect(km).toBeLessThan(0.5)
})

test('the shares of a day’s places add up to its tour, and no place costs less than nothing', () => {
  const places = fc.array(
    fc.tuple(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -20, max: 20, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  fc.assert(
    fc.property(places, (at) => {
      const { km, shareKm, savingKm } = estimateTour(
        depot,
        at.map(([east, north]) => place(east, north)),
      )
      expect(sum(shareKm)).toBeCloseTo(km, 6)
      for (const each of [...shareKm, ...savingKm]) expect(each).toBeGreaterThanOrEqual(0)
      expect(sum(savingKm)).toBeLessThanOrEqual(2 * km + 1e-6)
    }),
  )
})

test('passing by at a place on the way costs nothing, at one beside it the way aside', () => {
  const tour = estimateTour(depot, [place(10)])
  expect(tour.detourKm(place(5))).toBeCloseTo(0, 6)
  expect(tour.detourKm(place(12))).toBeCloseTo(4 * ROAD, 6)
  expect(estimateTour(depot, []).detourKm(place(7))).toBeCloseTo(14 * ROAD, 6)
})

test('a way that others share only now and then is shared by fewer', () => {
  const places = [place(10), place(10, 0.1), place(10, 0.2)]
  const always = estimateTour(depot, places)
  const seldom = estimateTour(depot, places, 0.05)
  for (const [index, km] of seldom.shareKm.entries())
    expect(km).toBeGreaterThan(2 * (always.shareKm[index] ?? 0))
})
