import type { ContainerState } from '@bakwacht/domain'
import { z } from 'zod'
import { MARKS } from '../fleet/mark.ts'
import { alertSchema } from './alert.ts'
import { evidenceSchema } from './reason.ts'
import { rounded, roundedOrNull } from './rounded.ts'
import { timeSchema, wireTime, wireTimeOrNull } from './time.ts'

export const stateSchema = z
  .object({
    container_id: z.string(),
    mark: z.enum(MARKS).describe('How it is shown: must, may, fine, unknown, alarm, retired.'),
    sentences: z.array(z.string()).describe('The same for people, in Accept-Language.'),
    evaluated_at: timeSchema.nullable().describe('null: not evaluated yet.'),
    last_reading_at: timeSchema.nullable(),
    last_emptied_at: timeSchema.nullable(),
    fill: z
      .object({
        source: z.enum(['sensor', 'estimate']),
        pct: z.number().describe('%, at `at`.'),
        at: timeSchema,
        full: z.boolean().describe('Above its threshold, with hysteresis.'),
        rate_pct_per_day: z.number().describe('Points a day.'),
        full_at: timeSchema.nullable().describe('100 % is expected; null: beyond 60 days.'),
        evidence: evidenceSchema,
      })
      .nullable(),
    damp: z
      .object({
        level: z.enum(['unknown', 'dry', 'watch', 'damp', 'water_ingress']),
        dew_point_c: z.number().nullable().describe('°C.'),
        abs_humidity_g_per_m3: z.number().nullable().describe('g a m³.'),
        excess_g_per_m3: z.number().nullable().describe('Above the neighbours, g a m³.'),
        mould_index: z.number().nullable().describe('0–6, since the last full emptying.'),
        hours_above_75: z.number().describe('Hours at 75 % relative humidity or more.'),
        evidence: evidenceSchema,
      })
      .nullable(),
    health: z
      .object({
        trustworthy: z.boolean().describe('False: planned by estimate.'),
        silent_since: timeSchema.nullable(),
        no_echo_since: timeSchema.nullable(),
        battery_low: z.boolean(),
        fire: z.boolean(),
      })
      .nullable(),
    latest: z
      .object({
        temp_c: z.number().nullable().describe('°C.'),
        rh_pct: z.number().nullable().describe('%.'),
        battery_v: z.number().nullable().describe('Volt.'),
      })
      .nullable(),
    alerts: z.array(alertSchema).describe('The open ones.'),
  })
  .meta({ id: 'ContainerState' })

const NEVER_EVALUATED = {
  evaluated_at: null,
  last_reading_at: null,
  last_emptied_at: null,
  fill: null,
  damp: null,
  health: null,
  latest: null,
}

export const stateToWire = (state: ContainerState | undefined) =>
  state === undefined
    ? NEVER_EVALUATED
    : {
        evaluated_at: wireTime(state.evaluatedAt),
        last_reading_at: wireTimeOrNull(state.lastReadingAt),
        last_emptied_at: wireTimeOrNull(state.lastEmptiedAt),
        fill: {
          source: state.fill.source,
          pct: rounded(state.fill.pct, 1),
          at: wireTime(state.fill.at),
          full: state.fill.full,
          rate_pct_per_day: rounded(state.fill.ratePctPerDay, 2),
          full_at: wireTimeOrNull(state.fill.fullAt),
          evidence: { ...state.fill.evidence },
        },
        damp: {
          level: state.damp.level,
          dew_point_c: roundedOrNull(state.damp.dewPointC, 1),
          abs_humidity_g_per_m3: roundedOrNull(state.damp.absHumidityGPerM3, 2),
          excess_g_per_m3: roundedOrNull(state.damp.excessGPerM3, 2),
          mould_index: roundedOrNull(state.damp.mouldIndex, 3),
          hours_above_75: rounded(state.damp.hoursAbove75, 1),
          evidence: { ...state.damp.evidence },
        },
        health: {
          trustworthy: state.health.trustworthy,
          silent_since: wireTimeOrNull(state.health.silentSince),
          no_echo_since: wireTimeOrNull(state.health.noEchoSince),
          battery_low: state.health.batteryLow,
          fire: state.health.fire,
        },
        latest: {
          temp_c: state.latest.tempC,
          rh_pct: state.latest.rhPct,
          battery_v: state.latest.batteryV,
        },
      }
