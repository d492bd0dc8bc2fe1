// A container's fill in the coming days. Two answers are mixed: what came in over as many days after the own
// days that ended at such a level, for no formula knows how this container fills, nor how its sensor errs;
// and what lumps of the usual size would bring. The fewer such days, the more the second counts.
import type { FillEstimate } from '../signal/fill-estimate.ts'
import { DAY_MS, localDate, weekdayOf } from '../time/local-time.ts'
import { type ExpectedInflow, expectedInflow } from './expected-inflow.ts'
import { type FillForecast, FORECAST_CHANCES, FORECAST_DAYS } from './fill-forecast.ts'
import type { FillHabit } from './fill-habit.ts'
import type { FleetHabit } from './fleet-habit.ts'
import { addLumps } from './lumps.ts'
import { normalQuantile } from './normal.ts'
import { PastInflows } from './past-inflows.ts'
import { weekdayIndex } from './weekday-shares.ts'
import { WeightedValues } from './weighted-values.ts'

/** What a forecast is made from. */
export interface ForecastInput {
  readonly level: FillEstimate
  readonly habit: FillHabit
  readonly fleet: FleetHabit
  /** IANA zone of the weekdays. */
  readonly timezone: string
}

/** A level that is known worse than this is no echo, but a guess: its doubt comes on top, points². */
const USUAL_LEVEL_VARIANCE = 8 ** 2

/** Pure; takes some 20 µs. */
export function forecastFill({ level, habit, fleet, timezone }: ForecastInput): FillForecast {
  const expected = expectedInflow(habit, fleet)
  const doubt = Math.max(level.sdPct ** 2 - USUAL_LEVEL_VARIANCE, 0)
  const past = new PastInflows(habit, expected, fleet.season, level.pct)
  // That of most of the 24 h to come.
  const weekday = weekdayOf(localDate(level.at + DAY_MS / 2, timezone))
  const ahead = meansAhead(expected, weekday)
  const levels = FORECAST_DAYS.map((days) => {
    const inflow = days === 0 ? atOnce(level, expected) : inflowIn(days, ahead[days] ?? 0)
    return inflow.map((pct) => rounded(Math.max(level.pct + pct, 0)))
  })
  return { from: level, pctPerDay: rounded(expected.pctPerDay), levels }

  function inflowIn(days: number, mean: number): readonly number[] {
    const values = new WeightedValues()
    addLumps(values, expected, days, mean)
    past.addTo(values, days, mean)
    return widened(values.quantiles(FORECAST_CHANCES), doubt)
  }
}

/** Nothing has come in yet: only the level itself is in doubt. */
const atOnce = ({ sdPct }: FillEstimate, { noise }: ExpectedInflow): readonly number[] => {
  const sd = Math.sqrt(
    Math.min(noise, USUAL_LEVEL_VARIANCE) + Math.max(sdPct ** 2 - USUAL_LEVEL_VARIANCE, 0),
  )
  return FORECAST_CHANCES.map((p) => sd * normalQuantile(p))
}

/** Mean inflow within 0, 1, 2, … days after a day of this weekday (1–7) began to count. */
function meansAhead({ pctPerDay, weekdays }: ExpectedInflow, weekday: number): readonly number[] {
  const means = [0]
  for (let day = 0; day < (FORECAST_DAYS.at(-1) ?? 0); day++)
    means.push((means[day] ?? 0) + pctPerDay * (weekdays[weekdayIndex(weekday, day)] ?? 1))
  return means
}

/** What comes on top of the spread that there is, points². */
function widened(quantiles: readonly number[], variance: number): readonly number[] {
  const [low = 0, , , middle = 0, , , high = 0] = quantiles
  const sd = (high - low) / WIDTH_OF_90_PCT
  if (variance === 0) return quantiles
  if (sd < 0.1) return FORECAST_CHANCES.map((p) => middle + Math.sqrt(variance) * normalQuantile(p))
  const factor = Math.sqrt(1 + variance / (sd * sd))
  return quantiles.map((pct) => middle + (pct - middle) * factor)
}

/** In standard deviations. */
const WIDTH_OF_90_PCT = 3.29

const rounded = (value: number): number => Math.round(value * 100) / 100
