import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

test('one failure costs nothing, the next ones twice as much each, up to five minutes', () => {
  let now = 0
  const rest = backOff(() => now)
  const waits = Array.from({ length: 12 }, () => {
    rest.failed()
    const wait = rest.waitMs()
    now += wait
    return wait / 1000
  })
  expect(waits).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
})

test('a success makes all forgotten', () => {
  const rest = backOff(() => 0)
  for (let n = 0; n < 5; n++) rest.failed()
  rest.succeeded()
  rest.failed()
  expect(rest.waitMs()).toBe(0)
})
