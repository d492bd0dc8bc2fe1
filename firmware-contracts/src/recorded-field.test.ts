import { expect, test } from 'vitest'
import { inPayloadUnit, recordedFields, recordedTimeMs } from './recorded-field.ts'

test.each([
  ['battery_mv', 3610, 3.61],
  ['temp_f', 68, 20],
  ['distance_cm', 96, 960],
  ['distance_m', 0.96, 960],
  ['rh_fraction', 0.505, 50.5],
  ['temp_c', 0.1 + 0.2, 0.1 + 0.2],
])('%s %d is %d in the payload’s unit', (name, recorded, wanted) => {
  const field = recordedFields[name]
  expect(field && inPayloadUnit(recorded, field)).toBe(wanted)
})

test.each([
  ['1600000000', 1_600_000_000_000],
  ['1600000000123', 1_600_000_000_123],
  ['2020-05-08 22:52:05', Date.UTC(2020, 4, 8, 22, 52, 5)],
  ['2020-05-08T22:52:05+02:00', Date.UTC(2020, 4, 8, 20, 52, 5)],
  ['yesterday', undefined],
  ['', undefined],
])('%s is read as a time', (text, wanted) => {
  expect(recordedTimeMs(text)).toBe(wanted)
})
