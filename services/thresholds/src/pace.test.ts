import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 9, 5)

test('a fleet that reports as it goes is judged at now', () => {
  const pace = createPace(() => NOW)
  expect(pace.judgedAt(null)).toBe(NOW)
  expect(pace.judgedAt(NOW - HOUR)).toBe(NOW)
})

test('while old readings stream in, it is judged at the newest of them', () => {
  let now = NOW
  const pace = createPace(() => now)
  expect(pace.judgedAt(NOW - 300 * HOUR)).toBe(NOW - 300 * HOUR)
  now += 5000
  expect(pace.judgedAt(NOW - 200 * HOUR)).toBe(NOW - 200 * HOUR)
  expect(pace.judgedAt(NOW - 250 * HOUR)).toBe(NOW - 200 * HOUR)
})

test('one device that fills in its backlog does not set the fleet’s time back', () => {
  const pace = createPace(() => NOW)
  pace.judgedAt(NOW - HOUR)
  expect(pace.judgedAt(NOW - 300 * HOUR)).toBe(NOW)
})

test('when the stream ends, silence is judged at now again', () => {
  let now = NOW
  const pace = createPace(() => now)
  pace.judgedAt(NOW - 300 * HOUR)
  now += 61_000
  expect(pace.judgedAt(null)).toBe(now)
})
