// Readings as flat numbers: the cheap way through a MessagePort. One block of WIDTH numbers a
// reading, NaN for null, the device as an index into the list of names.
import type { Reading } from '@bakwacht/domain'

export interface ReadingColumns {
  readonly devices: readonly string[]
  readonly numbers: Float64Array<ArrayBuffer>
}

/** Where each number of a reading stands in its block. */
export const COLUMN = {
  device: 0,
  observedAt: 1,
  receivedAt: 2,
  seq: 3,
  flags: 4,
  distanceMm: 5,
  fillPct: 6,
  tempC: 7,
  rhPct: 8,
  batteryV: 9,
  rssiDbm: 10,
  tiltDeg: 11,
  lidOpens: 12,
} as const

export const WIDTH = 13

export function decodeReadings({ devices, numbers }: ReadingColumns): Reading[] {
  const readings: Reading[] = []
  for (let at = 0; at < numbers.length; at += WIDTH) {
    readings.push({
      deviceId: devices[numbers[at] ?? 0] ?? '',
      observedAt: numbers[at + COLUMN.observedAt] ?? 0,
      receivedAt: numbers[at + COLUMN.receivedAt] ?? 0,
      seq: orNull(numbers[at + COLUMN.seq]),
      flags: numbers[at + COLUMN.flags] ?? 0,
      distanceMm: orNull(numbers[at + COLUMN.distanceMm]),
      fillPct: orNull(numbers[at + COLUMN.fillPct]),
      tempC: orNull(numbers[at + COLUMN.tempC]),
      rhPct: orNull(numbers[at + COLUMN.rhPct]),
      batteryV: orNull(numbers[at + COLUMN.batteryV]),
      rssiDbm: orNull(numbers[at + COLUMN.rssiDbm]),
      tiltDeg: orNull(numbers[at + COLUMN.tiltDeg]),
      lidOpens: orNull(numbers[at + COLUMN.lidOpens]),
    })
  }
  return readings
}

const orNull = (number: number | undefined) =>
  number === undefined || Number.isNaN(number) ? null : number
