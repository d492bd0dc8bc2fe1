// A world as a file: what is given, what leaks, how sensors fail; beside every number where it comes from.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const share = z.number().min(0).max(1)
const positive = z.number().positive()
const range = z.tuple([z.number(), z.number()])
const logNormal = z.strictObject({ median: positive, sigma: z.number().min(0) })
const sources = z.record(z.string(), z.string().min(1))

const fleet = z.strictObject({
  capacity_l: z.array(positive).min(1),
  litres_per_day: logNormal.extend({ least: positive, most: positive }),
  initial_fill: range,
  sun_share: range,
  air_changes_per_h: range,
  /** The fleet takes them in turn. */
  vehicles: z
    .array(
      z.strictObject({
        type: z.string().min(1),
        payload_kg: positive,
        volume_l: positive,
        fixed: z.number().min(0),
        per_km: z.number().min(0),
        per_hour: z.number().min(0),
      }),
    )
    .min(1),
  sources,
})

const gifts = z.strictObject({
  bags_per_visit: logNormal.extend({ most: positive }),
  bag_l: z.strictObject({ mean: positive, sigma: positive, least: positive, most: positive }),
  kg_per_l: range,
  density_sigma: z.number().min(0),
  by_hour: z.array(z.number().min(0)).length(24),
  by_weekday: z.array(z.number().min(0)).length(7),
  by_month: z.array(z.number().min(0)).length(12),
  rain_factor: share,
  drift: z.strictObject({ sigma: z.number().min(0), days: positive }),
  region_drift: z.strictObject({ sigma: z.number().min(0), days: positive }),
  excitation: z.strictObject({ branching: z.number().min(0).max(0.9), days: positive }),
  clear_outs: z.strictObject({
    per_year: z.number().min(0),
    least_bags: positive,
    exponent: z.number().gt(1),
    most_bags: positive,
    hours: range,
  }),
  sources,
})

const damp = z.strictObject({
  leaking_share: share,
  leak_m2: range,
  wet_bag_share: share,
  wet_from_kg_per_kg: positive,
  lost_after_wet_hours: positive,
  lost_shape: positive,
  q10: positive,
  sources,
})

const sensors = z.strictObject({
  without_sensor_share: share,
  report_minutes: positive,
  calibration_error_mm: z.number().min(0),
  lost_share: share,
  duplicate_share: share,
  late_share: share,
  garbage_share: share,
  deaths_per_year: z.number().min(0),
  replaced_after_days: positive,
  stuck_per_year: z.number().min(0),
  stuck_days: range,
  without_clock_share: share,
  gaps: z.boolean(),
  /** True: policies see the outdoor weather of the hours that are over. */
  weather_feed: z.boolean(),
  sources,
})

const world = z.strictObject({
  name: z.string().min(1),
  about: z.string().min(1),
  /** Days that every policy works before the counting begins. */
  warm_up_days: z.int().min(0),
  fleet,
  gifts,
  damp,
  sensors,
})

export type World = z.infer<typeof world>
export type GiftRules = World['gifts']
export type DampRules = World['damp']
export type SensorRules = World['sensors']

/** @throws Error that names the file and what is wrong in it */
export function readWorld(file: string): World {
  const parsed = world.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
