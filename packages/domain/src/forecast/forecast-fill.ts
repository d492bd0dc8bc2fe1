// A container's fill in the coming days. Two answers are mixed: what came in over as many days after the own
// days that ended at such a level, for no formula knows how this container fills, nor how its sensor errs;
// and what lumps of the usual size would bring. The fewer such days, the more the second counts.

import type { FillEstimate } from '../signal/fill-estimate.ts'
import { DAY_MS, localDate, weekdayOf } from '../time/local-time.ts'
import { type ExpectedInflow, expectedInflow } from './expected-inflow.ts'
import { type FillForecast, FORECAST_CHANCES, FORECAST_DAYS } from './fill-forecast.ts'
import type { FillHabit } from './fill-habit.ts'
import type { FleetHabit } from './fleet-habit.ts'
import { type LevelNoise, levelNoise } from './level-noise.ts'
import { addLumps, LUMP_POINTS } from './lumps.ts'
import { normalQuantile } from './normal.ts'
import { packLevels } from './packed-levels.ts'
import { PastInflows } from './past-inflows.ts'
import { weekdayIndex } from './weekday-shares.ts'
import { WeightedValues } from './weighted-values.ts'
import { widened } from './widened.ts'

/** What a forecast rests on besides the container itself. */
export interface Foresight {
  readonly fleet: FleetHabit
  /** IANA zone of the weekdays. */
  readonly timezone: string
}

/** What a forecast is made from. */
export interface ForecastInput extends Foresight {
  readonly level: FillEstimate
  readonly habit: FillHabit
}

/** Pure; takes some 20 µs. */
export function forecastFill({ level, habit, fleet, timezone }: ForecastInput): FillForecast {
  const expected = expectedInflow(habit, fleet)
  const noise = levelNoise(level, habit.usual)
  const { guessed } = noise
  const { days: known } = habit.usual
  const past = new PastInflows(habit, expected, fleet.season, level.pct)
  const values = new WeightedValues(past.most + LUMP_POINTS)
  const weekday = weekdayAt(level.at + DAY_MS / 2, habit, timezone)
  const ahead = meansAhead(expected, weekday)
  const inflows = FORECAST_DAYS.map((days) => inflowIn(days, ahead[days] ?? 0))
  const levelWith = (pct: number) => level.pct + pct
  return {
    from: level,
    pctPerDay: expected.pctPerDay,
    means: packLevels(inflows.map(({ mean }) => levelWith(mean))),
    levels: packLevels(inflows.flatMap(({ quantiles }) => quantiles.map(levelWith))),
  }

  function inflowIn(days: number, expectedPct: number): Inflow {
    if (days === 0) return { mean: 0, quantiles: atOnce(noise) }
    values.clear()
    addLumps(values, expected, noise.toLater, days, expectedPct)
    past.addTo(values, days, expectedPct)
    return {
      mean: values.mean,
      quantiles: widened(values.quantiles(FORECAST_CHANCES), { days, known, guessed }),
    }
  }
}

/** Points that come in. */
interface Inflow {
  readonly mean: number
  /** For each of `FORECAST_CHANCES`. */
  readonly quantiles: readonly number[]
}

/** 1–7. Asking the calendar takes longer than all the rest, and the habit knows which day it is. */
function weekdayAt(at: number, { dayEndsAt, weekday }: FillHabit, timezone: string): number {
  if (dayEndsAt === null) return weekdayOf(localDate(at, timezone))
  return weekdayIndex(weekday, Math.ceil((at - dayEndsAt) / DAY_MS)) + 1
}

/** Nothing has come in yet: only the level itself is in doubt. */
const atOnce = ({ now, guessed }: LevelNoise): readonly number[] =>
  FORECAST_CHANCES.map((p) => Math.sqrt(now + guessed) * normalQuantile(p))

/** Mean inflow within 0, 1, 2, … days after a day of this weekday (1–7) began to count. */
function meansAhead({ pctPerDay, weekdays }: ExpectedInflow, weekday: number): readonly number[] {
  const means = [0]
  for (let day = 0; day < (FORECAST_DAYS.at(-1) ?? 0); day++)
    means.push((means[day] ?? 0) + pctPerDay * (weekdays[weekdayIndex(weekday, day)] ?? 1))
  return means
}
