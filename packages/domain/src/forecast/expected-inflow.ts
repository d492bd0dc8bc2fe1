// What is expected to come into a container in the coming days: its own habit, drawn towards the fleet's as
// far as little is known of it.
import type { FillHabit } from './fill-habit.ts'
import type { FleetHabit } from './fleet-habit.ts'
import { unpackDays } from './packed-days.ts'
import type { UsualInflow } from './usual-inflow.ts'
import { type WeekdayShares, weekdayShares, weekdaySumsOf } from './weekday-shares.ts'

/** The fleet counts as much as so many own days: for the mean, for the lumps, and for a weekday. */
const MEAN_DAYS = 7
const VARIANCE_DAYS = 14
const WEEKDAY_DAYS = 12

export interface ExpectedInflow {
  /** Mean over a week, points per day. */
  readonly pctPerDay: number
  /** Variance of what comes in in a day, points². */
  readonly variance: number
  /** How well `pctPerDay` is known: variance, as a share of its square. */
  readonly doubt: number
  readonly weekdays: WeekdayShares
}

export function expectedInflow(
  { days, usual, weekday }: FillHabit,
  fleet: FleetHabit,
): ExpectedInflow {
  const mean = meanInflow(usual, fleet)
  const sums = weekdaySumsOf(unpackDays(days), weekday)
  return {
    pctPerDay: mean * fleet.season,
    variance: inflowVariance(usual, fleet) * fleet.season,
    doubt: (fleet.spread ** 2 * MEAN_DAYS) / (usual.days + MEAN_DAYS),
    weekdays: weekdayShares(sums, mean, fleet.weekdays, WEEKDAY_DAYS),
  }
}

/** Points per day over a season, at least 0. */
export const meanInflow = ({ days, pctPerDay }: UsualInflow, fleet: FleetHabit): number =>
  Math.max((pctPerDay * days + fleet.pctPerDay * MEAN_DAYS) / (days + MEAN_DAYS), 0)

/** Of what comes in in a day, points². */
export function inflowVariance(usual: UsualInflow, fleet: FleetHabit): number {
  const lumps = fleet.lumpPct * meanInflow(usual, fleet)
  return (usual.variance * usual.days + lumps * VARIANCE_DAYS) / (usual.days + VARIANCE_DAYS)
}
