import { expect, test } from 'vitest'
import { computedMs, fairClock, timesAsLong } from './fair-time.ts'

/** A thread that gets a share of the processor. */
function thread(share: number, patience: number) {
  let now = 1_000_000
  const beganAt = now
  const clock = fairClock(
    () => now,
    () => (now - beganAt) * share,
    patience,
  )
  return {
    after(ms: number) {
      now = beganAt + ms
      return clock() - beganAt
    },
  }
}

test('alone on a core it is the time that passes', () => {
  expect(thread(1, 4).after(2000)).toBe(2000)
  expect(thread(0.1, 1).after(2000)).toBe(2000)
})

test('beside others it is what the thread computed, as far as patience goes', () => {
  expect(thread(0.5, 4).after(2000)).toBe(1000)
  expect(thread(0.1, 4).after(2000)).toBe(500)
})

test('threads that get half of their time need twice as long, never less than alone', () => {
  expect(timesAsLong({ computedMs: 500, tookMs: 1000 }, 4)).toBe(2)
  expect(timesAsLong({ computedMs: 10, tookMs: 1000 }, 4)).toBe(4)
  expect(timesAsLong({ computedMs: 1001, tookMs: 1000 }, 4)).toBe(1)
  expect(timesAsLong({ computedMs: 0, tookMs: 0 }, 4)).toBe(1)
})

test('a thread that computes, counts it', () => {
  const before = computedMs()
  let sum = 0
  for (let i = 0; i < 30_000_000; i++) sum += i % 7
  expect(sum).toBeGreaterThan(0)
  expect(computedMs()).toBeGreaterThan(before)
})
