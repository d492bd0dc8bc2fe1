// The distribution of one container's fill in the coming days, small enough to be stored with its state.
import type { FillEstimate } from '../signal/fill-estimate.ts'
import { DAY_MS } from '../time/local-time.ts'
import { normalCdf, normalQuantile } from './normal.ts'

export interface FillForecast {
  /** What is counted from. */
  readonly from: FillEstimate
  /** Points that are expected to come in within 1, 2, … 14 times 24 h after `from.at`. */
  readonly inflowPct: readonly number[]
  /** Standard deviation of each, points. */
  readonly inflowSdPct: readonly number[]
}

/**
 * The level that is not exceeded with probability `p` at `at`, % of capacity, at least 0; may exceed 100:
 * gifts that no longer fit. Beyond the days foreseen the last one goes on.
 * @param at UTC ms; before `forecast.from.at` counts as that
 * @param p between 0 and 1, neither of them
 */
export function quantileAt(forecast: FillForecast, at: number, p: number): number {
  const { meanPct, sdPct } = spreadAt(forecast, at)
  return Math.max(meanPct + sdPct * normalQuantile(p), 0)
}

/** The chance that the level is above `pct` at `at` if nobody empties it, 0–1. */
export function probabilityAbove(forecast: FillForecast, pct: number, at: number): number {
  const { meanPct, sdPct } = spreadAt(forecast, at)
  return 1 - normalCdf((pct - meanPct) / sdPct)
}

/** The mean level at `at`, % of capacity; may exceed 100. */
export const expectedPctAt = (forecast: FillForecast, at: number): number =>
  spreadAt(forecast, at).meanPct

const FORESEEN_DAYS = 60

/** UTC ms at which the mean level reaches 100 %; `null`: beyond 60 days. */
export function expectedFullAt({ from, inflowPct }: FillForecast): number | null {
  let [before, day] = [from.pct, 0]
  if (before >= 100) return from.at
  for (const inflow of inflowPct) {
    const after = from.pct + inflow
    if (after >= 100)
      return Math.round(from.at + (day + (100 - before) / (after - before)) * DAY_MS)
    before = after
    day++
  }
  const days = (100 - from.pct) / ((inflowPct.at(-1) ?? 0) / day)
  return days <= FORESEEN_DAYS ? Math.round(from.at + days * DAY_MS) : null
}

interface Spread {
  readonly meanPct: number
  readonly sdPct: number
}

function spreadAt({ from, inflowPct, inflowSdPct }: FillForecast, at: number): Spread {
  const days = Math.max((at - from.at) / DAY_MS, 0)
  const inflow = interpolated(inflowPct, days)
  const variance = interpolated(
    inflowSdPct.map((sd) => sd * sd),
    days,
  )
  return { meanPct: from.pct + inflow, sdPct: Math.sqrt(from.sdPct ** 2 + variance) }
}

/** Between 0 at the beginning and the values after 1, 2, … days; beyond the last as on average until then. */
function interpolated(values: readonly number[], days: number): number {
  const last = values.at(-1) ?? 0
  if (days >= values.length) return (last * days) / values.length
  const whole = Math.floor(days)
  const before = whole === 0 ? 0 : (values[whole - 1] ?? 0)
  return before + ((values[whole] ?? last) - before) * (days - whole)
}
