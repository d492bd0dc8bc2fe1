// The distribution of one container's fill in the coming days, small enough to be stored with its state.
import type { FillEstimate } from '../signal/fill-estimate.ts'
import { DAY_MS } from '../time/local-time.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { type PackedLevels, packedLevel } from './packed-levels.ts'

/** Days ahead that are written down; in between is interpolated. */
export const FORECAST_DAYS = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14] as const
/** The chances that the level is at most the one written down. */
export const FORECAST_CHANCES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const

export interface FillForecast {
  /** What is counted from. */
  readonly from: FillEstimate
  /** Mean inflow in the days to come, points per day. */
  readonly pctPerDay: number
  /** Mean levels, % of capacity, `FORECAST_DAYS` times 24 h after `from.at`. */
  readonly means: PackedLevels
  /** Levels, % of capacity: for each of `FORECAST_DAYS` times 24 h after `from.at` one for each of `FORECAST_CHANCES`, ascending. */
  readonly levels: PackedLevels
}

/**
 * The level that is not exceeded with probability `p` at `at` if nobody empties it, % of capacity, at least 0;
 * may exceed 100: gifts that no longer fit. Beyond 14 days the mean goes on.
 * @param at UTC ms; before `forecast.from.at` counts as that
 * @param p between 0 and 1, neither of them
 */
export function quantileAt(forecast: FillForecast, at: number, p: number): number {
  const levels = levelsAt(forecast, at)
  const z = normalQuantile(p)
  const [left, right] = around(CHANCES_Z, z)
  const share = (z - zAt(left)) / (zAt(right) - zAt(left))
  const [low, high] = [levels[left] ?? 0, levels[right] ?? 0]
  return Math.max(low + (high - low) * share, 0)
}

/** The chance that the level is above `pct` at `at` if nobody empties it, 0–1. */
export function probabilityAbove(forecast: FillForecast, pct: number, at: number): number {
  const levels = levelsAt(forecast, at)
  const [left, right] = around(levels, pct)
  const [low, high] = [levels[left] ?? 0, levels[right] ?? 0]
  if (high - low < 1e-9) return pct < low ? 1 : 0
  const share = (pct - low) / (high - low)
  return 1 - normalCdf(zAt(left) + (zAt(right) - zAt(left)) * share)
}

/** The mean level at `at` if nobody empties it, % of capacity; may exceed 100. */
export function expectedPctAt(forecast: FillForecast, at: number): number {
  const { means } = forecast
  const place = placeAt(forecast, at)
  return between(packedLevel(means, place.left), packedLevel(means, place.right), place)
}

const LOOKED_AHEAD_DAYS = 60

/** UTC ms at which the mean level reaches 100 %; `null`: beyond 60 days. */
export function expectedFullAt(forecast: FillForecast): number | null {
  const { from, pctPerDay } = forecast
  const atDay = (day: number) => expectedPctAt(forecast, from.at + day * DAY_MS)
  let [before, level] = [0, atDay(0)]
  if (level >= 100) return from.at
  for (const day of FORECAST_DAYS) {
    const next = atDay(day)
    if (next >= 100) return instant(before + ((day - before) * (100 - level)) / (next - level))
    ;[before, level] = [day, next]
  }
  const days = before + (100 - level) / pctPerDay
  return days <= LOOKED_AHEAD_DAYS ? instant(days) : null

  function instant(day: number): number {
    return Math.round(from.at + day * DAY_MS)
  }
}

const CHANCES_Z = FORECAST_CHANCES.map(normalQuantile)
const zAt = (index: number): number => CHANCES_Z[index] ?? 0

/** The pair of neighbours between which `value` lies, or the outermost one. */
function around(ascending: readonly number[], value: number): readonly [number, number] {
  let right = 1
  while (right < ascending.length - 1 && (ascending[right] ?? 0) < value) right++
  return [right - 1, right]
}

function levelsAt(forecast: FillForecast, at: number): readonly number[] {
  const place = placeAt(forecast, at)
  const levelOf = (day: number, chance: number) =>
    packedLevel(forecast.levels, day * FORECAST_CHANCES.length + chance)
  return FORECAST_CHANCES.map((_, chance) =>
    between(levelOf(place.left, chance), levelOf(place.right, chance), place),
  )
}

/** Where a time lies among the days written down. */
interface Place {
  readonly left: number
  readonly right: number
  readonly share: number
  /** On top of the last one, points. */
  readonly beyond: number
}

function placeAt({ from, pctPerDay }: FillForecast, at: number): Place {
  const days = Math.max((at - from.at) / DAY_MS, 0)
  const [left, right] = around(FORECAST_DAYS, days)
  const [before, after] = [FORECAST_DAYS[left] ?? 0, FORECAST_DAYS[right] ?? 0]
  const share = Math.min((days - before) / (after - before), 1)
  return { left, right, share, beyond: pctPerDay * Math.max(days - after, 0) }
}

const between = (early: number, late: number, { share, beyond }: Place): number =>
  early + (late - early) * share + beyond
