import { expect, test } from 'vitest'
import { NOON } from '../fleet.fixture.ts'
import { flagBit, type QualityFlag } from '../reading/quality-flag.ts'
import type { Reading } from '../reading/reading.ts'
import { doubtOf } from './reading-doubt.ts'

const reading = (distanceMm: number | null, flag?: QualityFlag, observedAt = NOON): Reading => ({
  deviceId: 'd1',
  observedAt,
  receivedAt: observedAt,
  distanceMm,
  fillPct: null,
  tempC: 8,
  rhPct: 80,
  batteryV: null,
  rssiDbm: null,
  tiltDeg: null,
  lidOpens: null,
  seq: null,
  flags: flag === undefined ? 0 : flagBit(flag),
})

test.each([
  ['the level rests on it', reading(812), null],
  ['no echo', reading(null, 'no_echo'), 'no_echo'],
  ['an impossible distance', reading(null, 'distance_impossible'), 'distance_impossible'],
  ['no level in it', reading(null), 'no_level'],
  ['it came too late', reading(812, 'late'), 'late'],
  ['nothing has confirmed it', reading(312, undefined, NOON + 1), 'unconfirmed'],
  ['odd in another way', reading(812, 'temp_impossible'), null],
] as const)('a reading: %s', (_, given, doubt) => {
  expect(doubtOf(given, NOON)).toBe(doubt)
})
