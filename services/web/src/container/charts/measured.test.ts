import type { MeanReading } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { measuredOf, singleLevels } from './measured.ts'
import { extentOf, rowsOf, summaryOf } from './track-values.ts'
import { HOUR } from './view.ts'

const row = (hour: number, given: Partial<MeanReading>): MeanReading => ({
  ts: new Date(hour * HOUR).toISOString(),
  count: 1,
  distance_mm: null,
  fill_pct: null,
  temp_c: null,
  rh_pct: null,
  battery_v: null,
  ...given,
})

test('a distance gives percent by the calibration, never below empty or above full', () => {
  const measured = {
    distanceMm: [1800, 1025, 250, 90, 2500, null],
    fillPct: [null, 5, 5, 5, 5, 44],
  }
  const calibration = { emptyMm: 1800, fullMm: 250 }
  expect(singleLevels(measured, calibration)).toEqual([0, 50, 100, 100, 0, 44])
  expect(singleLevels(measured, null)).toEqual([null, 5, 5, 5, 5, 44])
})

test('the dew point follows from temperature and humidity, and from both alone', () => {
  const measured = measuredOf(
    [row(0, { temp_c: 20, rh_pct: 65 }), row(1, { temp_c: 20 }), row(2, { rh_pct: 65 })],
    HOUR,
  )
  expect(measured.dewPointC.map((value) => value && Math.round(value * 100) / 100)).toEqual([
    13.22,
    null,
    null,
  ])
})

test('a sensor that reports thrice a day has no gap between its reports', () => {
  const often = measuredOf([row(0, {}), row(1, {}), row(2, {})], HOUR)
  const seldom = measuredOf([row(0, {}), row(8, {}), row(16, {})], HOUR)
  expect([often.gapMs, seldom.gapMs]).toEqual([4 * HOUR, 32 * HOUR])
  expect(often.areMeans).toBe(false)
  expect(measuredOf([row(0, { count: 4 }), row(1, { count: 4 })], HOUR).areMeans).toBe(true)
})

test('days are told by their lowest, highest and last value', () => {
  const track = { at: [0, 1, 24, 25, 26], values: [3, 7, 5, null, 2], gapMs: 10 }
  expect(rowsOf(track, (time) => `day ${Math.floor(time / 24)}`)).toEqual([
    { period: 'day 0', lowest: 3, highest: 7, last: 7 },
    { period: 'day 1', lowest: 2, highest: 5, last: 2 },
  ])
  expect(extentOf(track, 24)).toEqual({ lowest: 3, highest: 7, last: 5 })
  expect(extentOf({ ...track, values: [null] })).toBeUndefined()
})

test('a summary says "now" only where something was measured lately', () => {
  const told = (state: string) => (lowest: string, highest: string, last: string) =>
    `${state} ${lowest} ${highest} ${last}`
  const said = { nothing: 'nothing', now: told('now'), between: told('then') }
  const summary = (values: (number | null)[]) =>
    summaryOf({ at: [0, 10, 20], values, gapMs: 8 }, 22, said, String)
  expect(summary([3, 9, 5])).toBe('now 3 9 5')
  expect(summary([3, 9, null])).toBe('then 3 9 9')
  expect(summary([null, null, null])).toBe('nothing')
})
