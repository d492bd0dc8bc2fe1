import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packedLevel, packLevels } from './packed-levels.ts'

test('levels come back as they were written, to a hundredth of a point', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 2621, noNaN: true })), (levels) => {
      const packed = packLevels(levels)
      expect(packed).toHaveLength(3 * levels.length)
      for (const [index, pct] of levels.entries())
        expect(Math.abs(packedLevel(packed, index) - pct)).toBeLessThan(0.0051)
    }),
  )
})

test('what is out of range is cut off there', () => {
  const packed = packLevels([-3, 1e6])
  expect([packedLevel(packed, 0), packedLevel(packed, 1)]).toEqual([0, 2621.43])
})
