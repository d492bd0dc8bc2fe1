// What stands in the columns of a recording (a CSV file of readings): fields of the payload, and the
// same in other units. The simulator that replays recordings and the analysis of them read it alike.
import type { WireReading } from './payload.ts'
import { timestampMs } from './timestamp.ts'

export type RecordedMeasure = Exclude<keyof WireReading, 'v' | 'ts'>

export interface RecordedField {
  readonly field: RecordedMeasure
  readonly scale: number
  readonly offset: number
}

const as = (field: RecordedMeasure, scale = 1, offset = 0): RecordedField => ({
  field,
  scale,
  offset,
})

/** By the name that a column can be mapped to. */
export const recordedFields: Readonly<Record<string, RecordedField>> = {
  distance_mm: as('distance_mm'),
  distance_cm: as('distance_mm', 10),
  distance_m: as('distance_mm', 1_000),
  fill_pct: as('fill_pct'),
  fill_fraction: as('fill_pct', 100),
  temp_c: as('temp_c'),
  temp_f: as('temp_c', 5 / 9, -160 / 9),
  rh_pct: as('rh_pct'),
  rh_fraction: as('rh_pct', 100),
  battery_v: as('battery_v'),
  battery_mv: as('battery_v', 0.001),
  rssi_dbm: as('rssi_dbm'),
  tilt_deg: as('tilt_deg'),
  lid_opens: as('lid_opens'),
  seq: as('seq'),
}

/** A recorded number in the payload's unit, without the dust of floating-point arithmetic: 3610 mV are 3.61 V. */
export function inPayloadUnit(
  value: number,
  { scale, offset }: Omit<RecordedField, 'field'>,
): number {
  if (scale === 1 && offset === 0) return value
  return Number((value * scale + offset).toPrecision(12))
}

const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Seconds or milliseconds since 1970 as a number, RFC 3339, or the same without a zone: then it is UTC.
 * @returns whole UTC milliseconds; undefined if it is none of them
 */
export function recordedTimeMs(text: string): number | undefined {
  if (NUMBER.test(text)) return timestampMs(Number(text))
  const withT = text.replace(' ', 'T')
  return timestampMs(withT) ?? timestampMs(`${withT}Z`)
}
