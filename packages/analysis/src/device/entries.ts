// What is written down at one local midnight.
import { dewPointC } from '@bakwacht/domain'
import type { DeviceAnalysis } from '../report/analysis-schema.ts'
import { HORIZON_DAYS, QUANTILES } from '../report/quantiles.ts'
import { rounded } from '../report/rounded.ts'
import type { Foreseen } from './forecasts.ts'
import { airOf, type HeldClimate, wetHours } from './held-climate.ts'

/** @param at in words */
export function dailyEntry(at: string, foreseen: Foreseen | null): DeviceAnalysis['daily'][number] {
  if (foreseen === null) return { at, fill_pct: null, sd_pct: null }
  const { pct, sdPct } = foreseen.now
  return { at, fill_pct: rounded(pct, 2), sd_pct: rounded(sdPct, 2) }
}

export function dampEntry(at: string, climate: HeldClimate): DeviceAnalysis['damp'][number] {
  const { tempC, rhPct } = airOf(climate)
  const humid = tempC !== null && rhPct !== null && rhPct > 0
  return {
    at,
    temp_c: tempC,
    rh_pct: rhPct,
    dew_point_c: humid ? rounded(dewPointC(tempC, rhPct), 6) : null,
    mould_index: climate.mould === null ? null : rounded(climate.mould.index, 9),
    hours_above_75: wetHours(climate),
  }
}

const NAMES = QUANTILES.map((p) => p.toFixed(2))

export const forecastEntries = (
  at: string,
  { quantiles }: Foreseen,
): DeviceAnalysis['forecasts'][number][] =>
  HORIZON_DAYS.map((days, horizon) => ({
    at,
    days,
    quantiles: Object.fromEntries(
      NAMES.map((name, index) => [name, rounded(quantiles[horizon]?.[index] ?? 0, 3)]),
    ),
  }))
