import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('tries come soon at first, then once a minute or so, and not all phones at once', () => {
  expect([1, 2, 3, 4, 5, 6, 9].map((failures) => backOffMs(failures, 0.5))).toEqual([
    2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
  ])
  expect(backOffMs(6, 0)).toBe(45_000)
  expect(backOffMs(6, 1)).toBe(75_000)
})
