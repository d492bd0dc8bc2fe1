import type { ContainerState } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { diagnosisOf } from './diagnosis.ts'

const well: NonNullable<ContainerState['health']> = {
  trustworthy: true,
  silent_since: null,
  no_echo_since: null,
  battery_low: false,
  battery_ends_at: null,
  faults: [],
  fire: false,
}
const at = '2026-11-20T04:00:00.000Z'
const kindOf = (health: Partial<typeof well>) =>
  diagnosisOf({ health: { ...well, ...health }, last_reading_at: at }, true).kind

test('what is wrong is said by its worst, and what works is said to work', () => {
  expect(kindOf({})).toBe('works')
  expect(kindOf({ battery_low: true, battery_ends_at: at, silent_since: at })).toBe('silent')
  expect(kindOf({ no_echo_since: at, trustworthy: false, faults: ['noisy'] })).toBe('no_echo')
  expect(kindOf({ no_echo_since: at })).toBe('works')
  expect(kindOf({ faults: ['stuck'], battery_low: true })).toBe('faulty')
  expect(kindOf({ faults: ['battery_ends'], battery_ends_at: at })).toBe('battery_ends')
})

test('no sensor, or one that has not spoken yet, is not called dead', () => {
  expect(diagnosisOf({ health: well, last_reading_at: at }, false).kind).toBe('none')
  expect(diagnosisOf({ health: null, last_reading_at: null }, true).kind).toBe('waiting')
})
