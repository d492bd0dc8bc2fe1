import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simplify } from './simplify.ts'

const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((points) => points.flat())

test('the ends stay, and no point that was left out is far from the line', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 20 }), (line, tolerance) => {
      const fewer = simplify(line, tolerance)
      expect(fewer.slice(0, 2)).toEqual(line.slice(0, 2))
      expect(fewer.slice(-2)).toEqual(line.slice(-2))
      for (let at = 0; at < line.length; at += 2)
        expect(distanceTo(fewer, line[at] ?? 0, line[at + 1] ?? 0)).toBeLessThanOrEqual(
          tolerance + 1e-9,
        )
    }),
  )
})

test('a straight line needs its ends alone', () => {
  expect(simplify([0, 0, 1, 1, 2, 2, 3, 3], 0)).toEqual([0, 0, 3, 3])
})

function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Math.hypot(x - (line[0] ?? 0), y - (line[1] ?? 0))
  for (let at = 2; at < line.length; at += 2) {
    const [ax, ay] = [line[at - 2] ?? 0, line[at - 1] ?? 0]
    const [dx, dy] = [(line[at] ?? 0) - ax, (line[at + 1] ?? 0) - ay]
    const square = dx * dx + dy * dy
    const along =
      square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square))
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy))
  }
  return least
}
