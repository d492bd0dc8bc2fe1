import { expect, test } from 'vitest'
import type { BinFeature } from './bin-features.ts'
import { wholeFrom } from './whole-from.ts'

const bin = (lon: number, lat: number): BinFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { id: `${lon} ${lat}`, image: 'fine-20', mark: 'fine', rank: 1 },
})

/** Rows that slant, so that few lie equally far north. */
const grid = (rows: number, apart: number) =>
  Array.from({ length: rows * rows }, (_, n) =>
    bin(4 + apart * (n % rows), 51 + apart * Math.floor(n / rows) + 0.000_001 * (n % rows)),
  )

test('neighbours twice as close find room one zoom later', () => {
  const froms = [0.008, 0.004, 0.002].map((apart) => wholeFrom(grid(40, apart)))
  expect(froms).toEqual([10, 11, 12])
})

test('the order of containers says nothing about their neighbours', () => {
  const bins = grid(40, 0.008)
  expect(wholeFrom(bins.toReversed())).toBe(wholeFrom(bins))
})

test('none, one and two far apart have room early', () => {
  for (const bins of [[], [bin(4, 51)], [bin(4, 51), bin(5, 52)]]) expect(wholeFrom(bins)).toBe(8)
})
