import { expect, test } from 'vitest'
import { planTimes } from './plan-times.ts'

const utc = (text: string) => Date.parse(text)
const times = planTimes('0 4 * * 1-6', 'Europe/Brussels')

test.each([
  ['the minute itself', '2026-11-23T03:00:20Z', '2026-11-23T03:00Z'],
  ['later that day', '2026-11-23T15:12Z', '2026-11-23T03:00Z'],
  ['on Sunday, Saturday’s', '2026-11-22T15:12Z', '2026-11-21T03:00Z'],
  ['in summer time', '2026-10-24T15:00Z', '2026-10-24T02:00Z'],
  ['after the change to winter time', '2026-10-26T15:00Z', '2026-10-26T03:00Z'],
  ['after the change to summer time', '2027-03-29T15:00Z', '2027-03-29T02:00Z'],
])('the last due time: %s', (_, now, due) => {
  expect(times.lastDue(Number.NEGATIVE_INFINITY, utc(now))).toBe(utc(due))
})

test('is told once', () => {
  const due = utc('2026-11-23T03:00Z')
  expect(times.lastDue(due - 20_000, due)).toBe(due)
  expect(times.lastDue(due, due + 20_000)).toBeUndefined()
})

test('follows local time in a zone with a half-hour offset', () => {
  const adelaide = planTimes('30 5 * * *', 'Australia/Adelaide')
  expect(adelaide.lastDue(0, utc('2026-11-23T12:00Z'))).toBe(utc('2026-11-22T19:00Z'))
})
