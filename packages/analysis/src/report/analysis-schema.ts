// The result as it is written. The JSON Schema in docs/analyse.schema.json is made from this.
import { z } from 'zod'
import { QUANTILES } from './quantiles.ts'

const time = z.iso.datetime({ offset: true }).describe('RFC 3339 with the offset of the time zone')
const pct = z.number().describe('percent of capacity')
const share = z.number().min(0).max(1)

const emptied = z.strictObject({
  at: time.describe('the first reading after it'),
  before_pct: pct.nullable(),
  after_pct: pct.nullable(),
  partial: z.boolean().describe('textile was left'),
  confidence: share.describe('that it happened'),
})

const anomaly = z.strictObject({
  at: time.describe('since when it is known'),
  until: time.nullable().describe('null: it lasts'),
  kind: z.string(),
  evidence: z
    .record(z.string(), z.union([z.number(), z.string(), z.null()]))
    .describe('numbers and times behind it, units in the names'),
})

const daily = z.strictObject({
  at: time,
  fill_pct: pct.nullable().describe('null: never measured'),
  sd_pct: z.number().min(0).nullable().describe('standard deviation of it, points'),
})

const damp = z.strictObject({
  at: time,
  temp_c: z.number().nullable(),
  rh_pct: z.number().nullable(),
  dew_point_c: z.number().nullable(),
  mould_index: z.number().min(0).max(6).nullable().describe('since the first reading, never reset'),
  hours_above_75: z.int().min(0).describe('hours of the lasting spell at 75 % or more'),
})

const forecast = z.strictObject({
  at: time.describe('when it was made'),
  days: z.int().min(1).max(7).describe('for the local midnight so many days later'),
  quantiles: z
    .strictObject(Object.fromEntries(QUANTILES.map((p) => [p.toFixed(2), pct])))
    .describe('percent of capacity if nobody empties it; above 100: more than fits'),
})

const score = {
  targets: z.int().min(1).describe('forecasts of which is known what came'),
  coverage_50: share.describe('share of them within the middle 50 %'),
  coverage_80: share,
  coverage_90: share,
  mean_pinball_pct: z.number().min(0).describe('mean over targets and quantiles, points'),
}

const calibration = z.strictObject({
  empty_distance_mm: z.number().nullable().describe('null: no distance was used'),
  full_distance_mm: z.number().nullable(),
  source: z
    .enum(['given', 'learnt', 'guessed', 'device', 'none'])
    .describe(
      'given: configured; learnt: the empty one from emptyings; guessed: none configured; device: its own fill_pct; none: no fill',
    ),
  forecast: z
    .strictObject({
      ...score,
      by_days: z.array(z.strictObject({ days: z.int().min(1).max(7), ...score })),
    })
    .nullable()
    .describe('how its forecasts held in this file'),
})

const device = z.strictObject({
  device: z.string(),
  readings: z.int().min(1).describe('distinct in time'),
  repeated_rows: z.int().min(0).describe('rows left out because another has the same time'),
  wrong_clock_rows: z.int().min(0).describe('rows left out because 400 days lie between'),
  emptied: z.array(emptied),
  anomalies: z.array(anomaly),
  daily: z.array(daily),
  damp: z.array(damp),
  forecasts: z.array(forecast),
  calibration,
})

export const analysisSchema = z.strictObject({
  devices: z.array(device),
  rejected_rows: z.strictObject({
    count: z.int().min(0),
    examples: z
      .array(
        z.strictObject({
          line: z.int(),
          column: z.string(),
          got: z.string(),
          wanted: z.string(),
        }),
      )
      .max(20)
      .describe('the first ones'),
  }),
})

export type Analysis = z.infer<typeof analysisSchema>
export type DeviceAnalysis = z.infer<typeof device>
