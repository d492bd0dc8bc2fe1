import { expect, test } from 'vitest'
import { variancePerPoint } from './variance-per-point.ts'

test('lumps of ten points vary by ten for each point, whatever the window', () => {
  const days = Array.from({ length: 4_000 }, (_, day) => ((day * 7_919) % 101 < 10 ? 10 : 0))
  expect(variancePerPoint(days, 1)?.perPoint).toBeCloseTo(9, 0)
})

test('a day that is not known is in no window', () => {
  const days = Array.from({ length: 50 }, (_, day) => (day % 5 === 4 ? null : 3))
  expect(variancePerPoint(days, 4)?.windows ?? 0).toBe(0)
  expect(variancePerPoint(days, 5)).toBeNull()
})
