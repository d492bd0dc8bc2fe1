import type { FillEstimate } from '../signal/fill-estimate.ts'
import type { FillForecast } from './fill-forecast.ts'
import { type FillHabit, habitualRate } from './fill-habit.ts'
import type { FleetHabit } from './fleet-habit.ts'

/** What a forecast is made from. */
export interface ForecastInput {
  readonly level: FillEstimate
  readonly habit: FillHabit
  readonly fleet: FleetHabit
  /** IANA zone of the weekdays. */
  readonly timezone: string
}

export const FORECAST_DAYS = 14

/**
 * Gifts come in lumps: the variance of the inflow is this many points for each point expected
 * (about an 8 % lump, a car boot of bags). An assumption.
 */
const LUMP_PCT = 8

/** The fill of a container in the days after its level was known. Pure; takes microseconds. */
export function forecastFill({ level, habit, fleet }: ForecastInput): FillForecast {
  const rate = habitualRate(habit, fleet.pctPerDay)
  const inflowPct = Array.from({ length: FORECAST_DAYS }, (_, day) => rate * (day + 1))
  return {
    from: level,
    inflowPct,
    inflowSdPct: inflowPct.map((inflow) => Math.sqrt(LUMP_PCT * inflow)),
  }
}
