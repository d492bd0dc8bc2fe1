import { expect, test } from 'vitest'
import { zonedTime } from '../report/zoned-time.ts'
import { midnightAfter, midnightsIn } from './midnights.ts'

const told = (first: string, last: string, zone: string) =>
  midnightsIn(Date.parse(first), Date.parse(last), zone).map(({ at }) => zonedTime(at, zone))

test('midnights lie after the first reading, up to the last', () => {
  expect(told('2025-03-28T23:00:00Z', '2025-03-30T22:00:00Z', 'Europe/Brussels')).toEqual([
    '2025-03-30T00:00:00+01:00',
    '2025-03-31T00:00:00+02:00',
  ])
  expect(told('2025-03-28T10:00:00Z', '2025-03-28T12:00:00Z', 'UTC')).toEqual([])
})

test('a day may have 23 or 25 hours', () => {
  const hoursTo = (date: string) => {
    const [midnight] = midnightsIn(
      Date.parse(`${date}T12:00Z`),
      Date.parse(`${date}T23:59Z`),
      'Europe/Brussels',
    )
    if (midnight === undefined) return undefined
    return (midnightAfter(midnight, 1, 'Europe/Brussels') - midnight.at) / 3_600_000
  }
  expect(hoursTo('2025-03-29')).toBe(23)
  expect(hoursTo('2025-10-25')).toBe(25)
})

test('where the clock skips midnight the day begins an hour later', () => {
  expect(told('2024-04-25T12:00:00Z', '2024-04-26T12:00:00Z', 'Africa/Cairo')).toEqual([
    '2024-04-26T01:00:00+03:00',
  ])
})

test('a zone that skips a whole day has one midnight less', () => {
  expect(told('2011-12-29T20:00:00Z', '2011-12-31T12:00:00Z', 'Pacific/Apia')).toEqual([
    '2011-12-31T00:00:00+14:00',
    '2012-01-01T00:00:00+14:00',
  ])
})

test('times have the offset of their zone, and milliseconds where there are some', () => {
  expect(zonedTime(Date.UTC(2025, 0, 1, 3, 4, 5, 60), 'America/St_Johns')).toBe(
    '2024-12-31T23:34:05.060-03:30',
  )
  expect(zonedTime(Date.UTC(2025, 0, 1), 'UTC')).toBe('2025-01-01T00:00:00+00:00')
})
