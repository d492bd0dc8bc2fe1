import type { ContainerState } from '@bakwacht/domain'
import { time, timeOrNull } from './time.ts'

export const stateOnWire = ({ fill, damp, health, latest, ...state }: ContainerState) => ({
  container_id: state.containerId,
  evaluated_at: time(state.evaluatedAt),
  last_reading_at: timeOrNull(state.lastReadingAt),
  last_emptied_at: timeOrNull(state.lastEmptiedAt),
  fill: {
    source: fill.source,
    pct: fill.pct,
    at: time(fill.at),
    full: fill.full,
    rate_pct_per_day: fill.ratePctPerDay,
    full_at: timeOrNull(fill.fullAt),
    evidence: fill.evidence,
  },
  damp: {
    level: damp.level,
    dew_point_c: damp.dewPointC,
    abs_humidity_g_per_m3: damp.absHumidityGPerM3,
    excess_g_per_m3: damp.excessGPerM3,
    mould_index: damp.mouldIndex,
    hours_above_75: damp.hoursAbove75,
    evidence: damp.evidence,
  },
  health: {
    trustworthy: health.trustworthy,
    silent_since: timeOrNull(health.silentSince),
    no_echo_since: timeOrNull(health.noEchoSince),
    battery_low: health.batteryLow,
    fire: health.fire,
  },
  latest: { temp_c: latest.tempC, rh_pct: latest.rhPct, battery_v: latest.batteryV },
})
