import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 9, 5)

/** Readings as old as this, in hours before `NOW`. */
const fleet = (containers: number) => (oldest: number, newest: number) => ({
  oldest: NOW - oldest * HOUR,
  newest: NOW - newest * HOUR,
  containers,
})
const few = fleet(10)
const nothing = { oldest: Infinity, newest: -Infinity, containers: 10 }

test('a fleet that reports as it goes is judged at now', () => {
  const pace = createPace(() => NOW)
  expect(pace(nothing)).toEqual({ judgedAt: NOW })
  expect(pace(few(1, 1))).toEqual({ judgedAt: NOW })
})

test('while old readings stream in, it is judged at the newest of them', () => {
  let now = NOW
  const pace = createPace(() => now)
  expect(pace(few(310, 300))).toEqual({ judgedAt: NOW - 300 * HOUR })
  now += 5000
  expect(pace(few(300, 200))).toEqual({ judgedAt: NOW - 200 * HOUR })
  expect(pace(few(250, 250))).toEqual({ judgedAt: NOW - 200 * HOUR })
})

test('one device that fills in its backlog does not set the fleet’s time back', () => {
  const pace = createPace(() => NOW)
  pace(few(1, 1))
  expect(pace(few(300, 300))).toEqual({ judgedAt: NOW })
})

test('when the stream ends, silence is judged at now again', () => {
  let now = NOW
  const pace = createPace(() => now)
  pace(few(300, 300))
  now += 61_000
  expect(pace(nothing)).toEqual({ judgedAt: now })
})

test('what streams in faster than it is judged is judged in stages, to the end', () => {
  let now = NOW
  const pace = createPace(() => now)
  const large = fleet(1000)
  const at = (hours: number) => NOW - hours * HOUR
  expect(pace(large(720, 700))).toEqual({ judgedAt: at(700) })
  expect(pace(large(700, 300))).toEqual({ judgedAt: at(628), until: at(628) })
  // Late ones neither set it back nor hold it up.
  expect(pace(large(690, 100))).toEqual({ judgedAt: at(556), until: at(556) })
  // The stream has reached the present, the judging has not.
  expect(pace(large(556, 0))).toEqual({ judgedAt: at(484), until: at(484) })
  now += 120_000
  const reached: number[] = []
  for (let stage = pace(large(484, 0)); stage.until !== undefined; stage = pace(large(0, 0)))
    reached.push((NOW - stage.until) / HOUR)
  expect(reached).toEqual([412])
  expect(pace(nothing)).toEqual({ judgedAt: now })
})

test('a stage is a day at least, and longer the fewer containers there are', () => {
  const stageOf = (containers: number) => {
    const pace = createPace(() => NOW)
    pace(fleet(containers)(9000, 9000))
    const { judgedAt } = pace(fleet(containers)(9000, 10))
    return (judgedAt - (NOW - 9000 * HOUR)) / DAY
  }
  expect([12, 60, 1000, 50_000].map(stageOf)).toEqual([250, 50, 3, 1])
})
