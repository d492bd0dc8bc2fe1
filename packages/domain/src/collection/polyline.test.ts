import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LonLat } from '../fleet/container.ts'
import { decodePolyline, encodePolyline } from './polyline.ts'

/** Six decimals, as text and back, so that what is compared is what can be written. */
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((micro) => (micro || 0) / 1e6)
const line = fc.array(fc.tuple(degrees(180), degrees(90)))

test('a line comes back as it was written', () => {
  fc.assert(
    fc.property(line, (points) => {
      expect(decodePolyline(encodePolyline(points))).toEqual(points)
    }),
  )
})

test('writes what others read', () => {
  // Google’s published example, at five decimals; six put a factor of ten on every number.
  const published: LonLat[] = [
    [-12.02, 3.85],
    [-12.095, 4.07],
    [-12.6453, 4.3252],
  ]
  expect(encodePolyline(published)).toBe('_p~iF~ps|U_ulLnnqC_mqNvxq`@')
})

test('a line cut off in the middle of a number is refused', () => {
  expect(() => decodePolyline('_p~iF~ps|')).toThrow('wanted more')
})
