import { expect, test } from 'vitest'
import { randomFor } from '../world/random.ts'
import { backOffMs } from './back-off.ts'

test('doubles from 1 s to 5 min, with half of it by chance', () => {
  const random = randomFor(1)
  for (let failures = 0; failures < 40; failures++) {
    const full = Math.min(300_000, 1_000 * 2 ** failures)
    const wait = backOffMs(failures, random)
    expect(wait).toBeGreaterThanOrEqual(full / 2)
    expect(wait).toBeLessThanOrEqual(full)
  }
})

test('two devices that failed together do not come back together', () => {
  expect(backOffMs(5, randomFor(1, 'a'))).not.toBe(backOffMs(5, randomFor(1, 'b')))
})
