import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fleetSize } from './fleet-size.ts'

test('a fleet never has less room than the demands, nor more vehicles than stops', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (demands) => {
      const size = fleetSize(demands, 30)
      const sum = demands.reduce((a, b) => a + b, 0)
      expect(size * 30).toBeGreaterThanOrEqual(sum)
      expect(size).toBeLessThanOrEqual(demands.length)
    }),
  )
})

test('demands of just over half a vehicle get one each', () => {
  expect(
    fleetSize(
      Array.from({ length: 40 }, () => 16),
      30,
    ),
  ).toBe(40)
})
