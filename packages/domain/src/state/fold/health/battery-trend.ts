// When a battery will be empty: the median slope (Theil 1950, Sen 1968) through its weekly means,
// freed of the cold, which makes any cell sag until it is warm again.
import { DAY_MS } from '../../../time/local-time.ts'
import { median } from '../../median.ts'
import { rounded } from '../../rounded.ts'

export interface BatteryTrend {
  /** Newest last; the newest week is still under way. */
  readonly weeks: readonly Week[]
  /** UTC ms at which it will be empty, as the whole weeks say; `null`: not in sight. */
  readonly endsAt: number | null
}

interface Week {
  /** Weeks since 1970. */
  readonly week: number
  readonly sum: number
  readonly count: number
}

export const noBattery: BatteryTrend = { weeks: [], endsAt: null }

const WEEK_MS = 7 * DAY_MS
const MOST_WEEKS = 12
const FEWEST_WEEKS = 5
const FEWEST_READINGS = 4
/** Below this a lithium cell sags by so much a kelvin (measured over a year in twelve street containers: 60 mV from summer to winter). */
const WARM_C = 20
const SAG_V_PER_K = 0.003
/** A smaller fall over the weeks known is noise, or the season. */
const LEAST_FALL_V = 0.03
/** No cell recovers by so much. */
const REPLACED_V = 0.25
const FARTHEST_MS = 730 * DAY_MS

export function batteryAfter(
  { weeks, endsAt }: BatteryTrend,
  at: number,
  volts: number,
  tempC: number | null,
  emptyV: number,
): BatteryTrend {
  const week = Math.floor(at / WEEK_MS)
  const warm = volts + SAG_V_PER_K * Math.max(WARM_C - (tempC ?? WARM_C), 0)
  const last = weeks.at(-1)
  if (last !== undefined && last.week === week)
    return { weeks: [...weeks.slice(0, -1), plus(last, warm)], endsAt }
  // A new battery has no past.
  const replaced = last !== undefined && warm - last.sum / last.count >= REPLACED_V
  const kept = replaced ? [] : weeks.slice(1 - MOST_WEEKS)
  return {
    weeks: [...kept, plus({ week, sum: 0, count: 0 }, warm)],
    endsAt: endOf(kept, emptyV),
  }
}

const plus = ({ week, sum, count }: Week, volts: number): Week => ({
  week,
  sum: rounded(sum + volts, 3),
  count: count + 1,
})

/** When the voltage at 20 °C reaches `emptyV`. */
function endOf(weeks: readonly Week[], emptyV: number): number | null {
  const points = weeks
    .filter(({ count }) => count >= FEWEST_READINGS)
    .map(({ week, sum, count }) => ({ week, volts: sum / count }))
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < FEWEST_WEEKS) return null
  const slope = median(
    points.flatMap((from, index) =>
      points.slice(index + 1).map((to) => (to.volts - from.volts) / (to.week - from.week)),
    ),
  )
  if (slope === undefined || -slope * (last.week - first.week) < LEAST_FALL_V) return null
  const now = median(points.slice(-3).map(({ week, volts }) => volts + slope * (last.week - week)))
  const weeksLeft = Math.max((now ?? last.volts) - emptyV, 0) / -slope
  return weeksLeft * WEEK_MS > FARTHEST_MS
    ? null
    : Math.round((last.week + 0.5 + weeksLeft) * WEEK_MS)
}
