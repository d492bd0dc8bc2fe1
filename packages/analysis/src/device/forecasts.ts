// What would have been foreseen at a midnight: quantiles of the fill at the next seven, if nobody empties it.
import {
  assembleState,
  beforeAnyHour,
  type Container,
  expectedPctAt,
  type FillForecast,
  type FoldState,
  type Foresight,
  fillEstimateOf,
  fleetHabitOf,
  forecastFill,
  quantileAt,
  type Settings,
} from '@bakwacht/domain'
import { HORIZON_DAYS, QUANTILES } from '../report/quantiles.ts'
import { type Midnight, midnightAfter } from './midnights.ts'

/** Half of the distance between these is one standard deviation of a normal distribution. */
const SD_LOW = 0.158655
const SD_HIGH = 1 - SD_LOW

export interface Foreseen {
  /** At the midnight itself: the last level, and what has come in since. */
  readonly now: { readonly pct: number; readonly sdPct: number }
  /** For each of `HORIZON_DAYS` one value for each of `QUANTILES`, percent of capacity. */
  readonly quantiles: readonly (readonly number[])[]
}

/** `null`: no level was ever measured. */
export function foreseenAt(
  midnight: Midnight,
  state: FoldState,
  container: Container,
  settings: Settings,
  timezone: string,
): Foreseen | null {
  const foresight = { fleet: fleetHabitOf(settings), timezone }
  const forecast = forecastAt(midnight.at, state, container, settings, foresight)
  if (forecast === null) return null
  return {
    now: nowBy(forecast, midnight.at),
    quantiles: HORIZON_DAYS.map((days) => {
      const at = midnightAfter(midnight, days, timezone)
      return QUANTILES.map((p) => quantileAt(forecast, at, p))
    }),
  }
}

/** As in the container's state: from its level, or from an estimate where the sensor is not to be believed. */
function forecastAt(
  at: number,
  state: FoldState,
  container: Container,
  settings: Settings,
  foresight: Foresight,
): FillForecast | null {
  const level = fillEstimateOf(state)
  if (level === null) return null
  const { fill } = assembleState(container, state, beforeAnyHour, [], at, settings, foresight)
  // Before a guessed scale has shown itself the service takes the container for one without a sensor.
  const stated = fill.evidence.because === 'no_sensor' ? undefined : fill.forecast
  return stated ?? forecastFill({ level, habit: state.habit, ...foresight })
}

/** What has come in since the level was measured, and the doubt about that, come on top of the level's own. */
function nowBy(forecast: FillForecast, at: number): Foreseen['now'] {
  const { from } = forecast
  const inflow = expectedPctAt(forecast, at) - expectedPctAt(forecast, from.at)
  const variance = spreadAt(forecast, at) ** 2 - spreadAt(forecast, from.at) ** 2
  return {
    // Nobody can say more of a bin that nobody has measured for weeks than that it may be full.
    pct: Math.min(from.pct + Math.max(inflow, 0), 100),
    sdPct: Math.sqrt(from.sdPct ** 2 + Math.max(variance, 0)),
  }
}

const spreadAt = (forecast: FillForecast, at: number): number =>
  (quantileAt(forecast, at, SD_HIGH) - quantileAt(forecast, at, SD_LOW)) / 2
