// Payload v1: one reading as a device says it. The one source of the JSON Schema, the AsyncAPI
// document and the C header. Bounds that empty a field but refuse nothing: physical-range.ts.
import { z } from 'zod'
import { MAX_ITEMS, MAX_SEQ } from './limits.ts'
import { physicalRanges, type RangedField } from './physical-range.ts'
import { timestampMs } from './timestamp.ts'

export const PAYLOAD_VERSION = 1

const measurement = (field: RangedField, description: string) => {
  const { unit, min, max } = physicalRanges[field]
  return z
    .number({ error: 'wanted a finite number or null' })
    .nullable()
    .optional()
    .meta({ description, unit, plausible: { min, max } })
}

const SEQ_WANTED = `wanted a whole number from 0 to ${MAX_SEQ}`
const TIMESTAMP_WANTED =
  'wanted seconds or milliseconds since 1970 UTC as a number, or an RFC 3339 time'

export const timestamp = z
  .union(
    [
      z.number(),
      z
        .string()
        .refine((text) => timestampMs(text) !== undefined, { error: TIMESTAMP_WANTED })
        .meta({ format: 'date-time' }),
    ],
    { error: TIMESTAMP_WANTED },
  )
  .meta({
    description:
      'When it was measured: seconds since 1970 UTC (from 1e11 on: milliseconds) or RFC 3339. Absent: time of receipt. Every item of an array must have it.',
    unit: 's',
  })

/** One of these must be present; `null` says "measured, no result". */
export const REQUIRED_MEASUREMENTS = ['distance_mm', 'fill_pct', 'temp_c', 'rh_pct'] as const

const anyMeasurement = REQUIRED_MEASUREMENTS.map((key) => ({ required: [key] }))

export const telemetryItem = z
  .object({
    v: z.literal(PAYLOAD_VERSION).meta({ description: 'Version of the payload.' }),
    seq: z
      .int({ error: SEQ_WANTED })
      .min(0, { error: SEQ_WANTED })
      .max(MAX_SEQ, { error: SEQ_WANTED })
      .optional()
      .meta({
        description:
          'Counts up with every reading. A device without a clock must send it: it tells a repeat from a new reading.',
      }),
    ts: timestamp.optional(),
    distance_mm: measurement(
      'distance_mm',
      'From the sensor down to the textile: large means empty. 0, 65535 and null mean "no echo".',
    ),
    fill_pct: measurement(
      'fill_pct',
      'How full the device thinks it is. Used until the container is calibrated for distance_mm.',
    ),
    temp_c: measurement('temp_c', 'Air temperature inside the container.'),
    rh_pct: measurement('rh_pct', 'Relative humidity inside the container.'),
    battery_v: measurement('battery_v', 'Battery voltage, under load if possible.'),
    rssi_dbm: measurement('rssi_dbm', 'Received signal strength at the device.'),
    tilt_deg: measurement('tilt_deg', 'Angle from upright.'),
    lid_opens: measurement('lid_opens', 'How often the lid opened since the reading before.'),
  })
  .meta({
    id: 'Reading',
    description: 'One reading. Unknown keys are ignored and counted.',
    anyOf: anyMeasurement,
  })

const arrayItem = telemetryItem.required({ ts: true }).meta({
  id: 'ReadingOfArray',
  description: 'One reading of several: it must say when it was measured.',
  anyOf: anyMeasurement,
})

export const telemetryMessage = z
  .union([telemetryItem, z.array(arrayItem).min(1).max(MAX_ITEMS)])
  .meta({ id: 'Telemetry', description: `One reading, or up to ${MAX_ITEMS} of them.` })

/** One reading as it stands on the wire. */
export type WireReading = z.infer<typeof telemetryItem>
