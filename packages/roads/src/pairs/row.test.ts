import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedRow, type Row, rowBytes, rowIn } from './row.ts'

const metres = fc.oneof(fc.integer({ min: 0, max: 2 ** 24 }), fc.constant(Infinity))
const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 100 }), metres, metres), {
    selector: ([to]) => to,
  })
  .map(
    (pairs): Row => ({
      to: Uint32Array.from(pairs, ([to]) => to),
      durations: Float32Array.from(pairs, ([, seconds]) => seconds),
      distances: Float32Array.from(pairs, ([, , far]) => far),
    }),
  )
const asMap = ({ to, durations, distances }: Row) =>
  new Map([...to].map((id, n) => [id, [durations[n], distances[n]]]))

test('a row comes back from its bytes as it was', () => {
  fc.assert(
    fc.property(rows, (row) => {
      expect(rowIn(rowBytes(row))).toEqual(row)
    }),
  )
})

test('bytes that changed anywhere, or end early, are no row', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.integer({ min: 1, max: 255 }), (row, at, flip) => {
      const bytes = rowBytes(row)
      const changed = bytes.slice()
      const index = at % bytes.length
      changed[index] = (changed[index] ?? 0) ^ flip
      expect(rowIn(changed)).toBeUndefined()
      expect(rowIn(bytes.subarray(0, index))).toBeUndefined()
    }),
  )
})

test('merged rows know what either knew, and the newer where both did', () => {
  fc.assert(
    fc.property(rows, rows, (before, now) => {
      expect(asMap(mergedRow(before, now))).toEqual(new Map([...asMap(before), ...asMap(now)]))
    }),
  )
})
