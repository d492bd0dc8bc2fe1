import { flagNames, type Reading } from '@bakwacht/domain'
import type { MeanRow } from '@bakwacht/telemetry'
import { roundedOrNull, timeSchema, wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import { idSchema } from './id.ts'

const measured = {
  distance_mm: z.number().nullable().describe('Sensor down to the textile, mm: large means empty.'),
  fill_pct: z.number().nullable().describe('As the device estimates it, 0–100 %.'),
  temp_c: z.number().nullable().describe('°C.'),
  rh_pct: z.number().nullable().describe('Relative humidity, %.'),
  battery_v: z.number().nullable().describe('Volt.'),
}

export const readingSchema = z
  .object({
    ts: timeSchema.describe('When it was observed.'),
    device_id: idSchema,
    ...measured,
    rssi_dbm: z.number().nullable().describe('dBm.'),
    tilt_deg: z.number().nullable().describe('Degrees.'),
    lid_opens: z.number().nullable().describe('Times the lid was opened.'),
    seq: z.number().nullable().describe("The device's own counter."),
    flags: z
      .array(z.string())
      .describe('What was odd: no_echo, rh_impossible, clock_wrong, late …'),
  })
  .meta({ id: 'StoredReading' })

export const meanSchema = z
  .object({
    ts: timeSchema.describe('Start of the time span.'),
    count: z.int().describe('How many readings.'),
    ...measured,
  })
  .meta({ id: 'MeanReading', description: 'Means of a time span; null: nothing measured.' })

export const readingToWire = (reading: Reading) => ({
  ts: wireTime(reading.observedAt),
  device_id: reading.deviceId,
  distance_mm: reading.distanceMm,
  fill_pct: reading.fillPct,
  temp_c: reading.tempC,
  rh_pct: reading.rhPct,
  battery_v: reading.batteryV,
  rssi_dbm: reading.rssiDbm,
  tilt_deg: reading.tiltDeg,
  lid_opens: reading.lidOpens,
  seq: reading.seq,
  flags: flagNames(reading.flags) as string[],
})

export const meanToWire = (mean: MeanRow) => ({
  ts: wireTime(mean.at),
  count: mean.count,
  distance_mm: roundedOrNull(mean.distanceMm, 1),
  fill_pct: roundedOrNull(mean.fillPct, 2),
  temp_c: roundedOrNull(mean.tempC, 2),
  rh_pct: roundedOrNull(mean.rhPct, 2),
  battery_v: roundedOrNull(mean.batteryV, 3),
})
