import { expect, test } from 'vitest'
import { inTurns } from './in-turns.ts'

test('long work lets others have the thread between its items, and keeps their order', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const busy = (n: number) => {
    for (const until = performance.now() + 10; performance.now() < until; );
    return 2 * n
  }
  expect(await inTurns([1, 2, 3, 4], busy)).toEqual([2, 4, 6, 8])
  clearInterval(timer)
  expect(turns).toBeGreaterThan(1)
})
