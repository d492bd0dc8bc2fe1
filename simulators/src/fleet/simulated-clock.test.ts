import { expect, test } from 'vitest'
import { SimulatedClock } from './simulated-clock.ts'

const clock = (speed: number, startAt = 0) =>
  new SimulatedClock({ startAt, speed, wallNow: () => 1_000_000, wallSpeed: 1 })

test('runs so many times faster than real time', () => {
  expect(clock(100).reachedAt(50_000)).toBe(1_000_500)
  expect(clock(Infinity).reachedAt(50_000)).toBe(1_000_000)
})

test('never overtakes the wall clock, and goes on at its pace', () => {
  const now = 1_000_000
  for (const speed of [2, 100, Infinity])
    for (const ahead of [1, 1_000, 100_000])
      expect(clock(speed).reachedAt(now + ahead)).toBeGreaterThanOrEqual(now + ahead)
  expect(clock(Infinity).reachedAt(now + 60_000)).toBe(now + 60_000)
})

test('waits as long as it must, and stops waiting when aborted', async () => {
  const began = performance.now()
  const real = new SimulatedClock({
    ...{ startAt: 0, speed: 1, wallNow: () => performance.now() - began, wallSpeed: 1 },
  })
  await real.reach(30, new AbortController().signal)
  expect(performance.now() - began).toBeGreaterThanOrEqual(29)
  await real.reach(1e9, AbortSignal.timeout(10))
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('waits no longer than a wall clock that runs fast makes it', async () => {
  const began = performance.now()
  const wallNow = () => (performance.now() - began) * 1000
  const fast = new SimulatedClock({ startAt: 0, speed: 1, wallNow, wallSpeed: 1000 })
  await fast.reach(60_000, new AbortController().signal)
  const took = performance.now() - began
  expect(took).toBeGreaterThanOrEqual(59)
  expect(took).toBeLessThan(10_000)
})
