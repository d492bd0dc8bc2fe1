import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timestampMs } from './timestamp.ts'

test.each<[number | string, number | undefined]>([
  [1763745600, 1763745600000],
  [1763745600.25, 1763745600250],
  [1763745600000, 1763745600000],
  [99_999_999_999, 99_999_999_999_000],
  [100_000_000_000, 100_000_000_000],
  [0, 0],
  ['2025-11-21T17:20:00Z', 1763745600000],
  ['2025-11-21t18:20:00.5+01:00', 1763745600500],
  ['2025-11-21 12:20:00-05:00', 1763745600000],
  ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['2025-02-29T00:00:00Z', undefined],
  ['2025-13-01T00:00:00Z', undefined],
  ['2025-11-21T24:00:00Z', undefined],
  ['2025-11-21T17:20:00', undefined],
  ['1763745600', undefined],
])('%j is %j', (ts, ms) => {
  expect(timestampMs(ts)).toBe(ms)
})

test('every instant that ISO can write is read back', () => {
  const instants = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(fc.property(instants, (at) => timestampMs(at.toISOString()) === at.getTime()))
})
