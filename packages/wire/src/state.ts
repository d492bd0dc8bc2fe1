import { type ContainerState, DEVICE_FAULTS } from '@bakwacht/domain'
import { z } from 'zod'
import { emptyingSchema, emptyingToWire } from './emptying.ts'
import { evidenceSchema } from './reason.ts'
import { rounded, roundedOrNull } from './rounded.ts'
import { timeSchema, wireTime, wireTimeOrNull } from './time.ts'

/** What is known of a container that has been evaluated. */
export const stateSchema = z.object({
  container_id: z.string(),
  evaluated_at: timeSchema,
  last_reading_at: timeSchema.nullable(),
  last_emptied_at: timeSchema.nullable(),
  fill: z.object({
    source: z.enum(['sensor', 'estimate']),
    pct: z.number().describe('%, at `at`.'),
    at: timeSchema,
    sd_pct: z.number().nullable().describe('Standard deviation of `pct`, points; null: unknown.'),
    full: z.boolean().describe('Above its threshold, with hysteresis.'),
    rate_pct_per_day: z.number().describe('Points a day.'),
    full_at: timeSchema.nullable().describe('100 % is expected; null: beyond 60 days.'),
    evidence: evidenceSchema,
  }),
  damp: z.object({
    level: z.enum(['unknown', 'dry', 'watch', 'damp', 'water_ingress']),
    dew_point_c: z.number().nullable().describe('°C.'),
    abs_humidity_g_per_m3: z.number().nullable().describe('g a m³.'),
    excess_g_per_m3: z.number().nullable().describe('Above the neighbours, g a m³.'),
    mould_index: z.number().nullable().describe('0–6, since the last full emptying.'),
    hours_above_75: z.number().describe('Hours at 75 % relative humidity or more.'),
    wet_hours: z
      .number()
      .describe('Hours since the last full emptying in air in which mould can grow.'),
    evidence: evidenceSchema,
  }),
  health: z.object({
    trustworthy: z.boolean().describe('False: planned by estimate.'),
    silent_since: timeSchema.nullable(),
    no_echo_since: timeSchema.nullable(),
    battery_low: z.boolean(),
    battery_ends_at: timeSchema
      .nullable()
      .describe('The battery is expected to be empty; null: not in sight.'),
    faults: z.array(z.enum(DEVICE_FAULTS)).describe('What else is wrong with the device.'),
    fire: z.boolean(),
  }),
  emptied: z.array(emptyingSchema).describe('The newest few, the oldest first.'),
  latest: z.object({
    temp_c: z.number().nullable().describe('°C.'),
    rh_pct: z.number().nullable().describe('%.'),
    battery_v: z.number().nullable().describe('Volt.'),
  }),
})

export const stateToWire = ({ fill, damp, health, latest, ...state }: ContainerState) => ({
  container_id: state.containerId,
  evaluated_at: wireTime(state.evaluatedAt),
  last_reading_at: wireTimeOrNull(state.lastReadingAt),
  last_emptied_at: wireTimeOrNull(state.lastEmptiedAt),
  fill: {
    source: fill.source,
    pct: rounded(fill.pct, 1),
    at: wireTime(fill.at),
    sd_pct: roundedOrNull(fill.sdPct ?? null, 1),
    full: fill.full,
    rate_pct_per_day: rounded(fill.ratePctPerDay, 2),
    full_at: wireTimeOrNull(fill.fullAt),
    evidence: { ...fill.evidence },
  },
  damp: {
    level: damp.level,
    dew_point_c: roundedOrNull(damp.dewPointC, 1),
    abs_humidity_g_per_m3: roundedOrNull(damp.absHumidityGPerM3, 2),
    excess_g_per_m3: roundedOrNull(damp.excessGPerM3, 2),
    mould_index: roundedOrNull(damp.mouldIndex, 3),
    hours_above_75: rounded(damp.hoursAbove75, 1),
    wet_hours: rounded(damp.wetHours ?? 0, 1),
    evidence: { ...damp.evidence },
  },
  health: {
    trustworthy: health.trustworthy,
    silent_since: wireTimeOrNull(health.silentSince),
    no_echo_since: wireTimeOrNull(health.noEchoSince),
    battery_low: health.batteryLow,
    battery_ends_at: wireTimeOrNull(health.batteryEndsAt ?? null),
    faults: DEVICE_FAULTS.filter((kind) => health.faults?.includes(kind)),
    fire: health.fire,
  },
  emptied: (state.emptyings ?? []).map(emptyingToWire),
  latest: { temp_c: latest.tempC, rh_pct: latest.rhPct, battery_v: latest.batteryV },
})
