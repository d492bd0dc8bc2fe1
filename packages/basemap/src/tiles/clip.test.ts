import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signedArea } from '../ground/rings.ts'
import { type Axis, clipLine, clipRing } from './clip.ts'

const place = fc.integer({ min: -50, max: 50 })
const points = (least: number) =>
  fc.array(fc.tuple(place, place), { minLength: least, maxLength: 12 })
const axis = fc.constantFrom<Axis>(0, 1)

/** Around a centre, so that it does not cross itself. */
const rings = fc
  .tuple(place, place, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 9 }))
  .map(([x, y, radii]) => {
    const around = radii.flatMap((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    })
    return [...around, ...around.slice(0, 2)]
  })

test('slices of an area have its area together, and end where they should', () => {
  fc.assert(
    fc.property(rings, axis, (ring, along) => {
      let together = 0
      for (let from = -100; from < 100; from += 20) {
        const slice = clipRing(ring, along, from, from + 20)
        together += signedArea(slice)
        for (let at: number = along; at < slice.length; at += 2) {
          expect(slice[at]).toBeGreaterThanOrEqual(from - 1e-9)
          expect(slice[at]).toBeLessThanOrEqual(from + 20 + 1e-9)
        }
      }
      expect(together).toBeCloseTo(signedArea(ring), 6)
    }),
  )
})

test('slices of a line are as long as it is together', () => {
  fc.assert(
    fc.property(points(2), axis, (line, along) => {
      const flat = line.flat()
      // What runs along an edge between two slices is in both.
      fc.pre(line.every((point) => Math.abs(point[along] % 20) !== 10))
      let together = 0
      for (let from = -70; from < 70; from += 20)
        for (const part of clipLine(flat, along, from, from + 20)) together += lengthOf(part)
      expect(together).toBeCloseTo(lengthOf(flat), 6)
    }),
  )
})

test('a line that leaves and comes back is two', () => {
  const there = [0, 0, 20, 0, 20, 5, 0, 5]
  expect(clipLine(there, 0, -10, 10)).toEqual([
    [0, 0, 10, 0],
    [10, 5, 0, 5],
  ])
})

test('an area around the whole slice fills it', () => {
  const around = [-50, -50, 50, -50, 50, 50, -50, 50, -50, -50]
  expect(Math.abs(signedArea(clipRing(around, 0, -10, 10)))).toBe(2000)
})

function lengthOf(line: readonly number[]): number {
  let sum = 0
  for (let at = 2; at < line.length; at += 2)
    sum += Math.hypot(
      (line[at] ?? 0) - (line[at - 2] ?? 0),
      (line[at + 1] ?? 0) - (line[at - 1] ?? 0),
    )
  return sum
}
