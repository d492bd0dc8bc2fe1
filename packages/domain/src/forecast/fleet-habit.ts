// How the containers of a fleet fill: what is expected of one that little is known of yet.
import type { Settings } from '../settings.ts'
import { evenWeek, type WeekdayShares } from './weekday-shares.ts'

export interface FleetHabit {
  /** Mean inflow, points per day. */
  readonly pctPerDay: number
  /** Variance of what comes in, points for each point that does: the size of a lump. */
  readonly lumpPct: number
  /** How far containers differ in their means: standard deviation as a share of the mean. */
  readonly spread: number
  readonly weekdays: WeekdayShares
  /** What comes in at present, times the usual: season, weather, holidays. */
  readonly season: number
}

/**
 * By the settings alone: nothing has been learnt yet. Gifts come in lumps of about 8 % (a car boot of bags),
 * and a busy container gets twice of what a quiet one does: assumptions.
 */
export const fleetHabitOf = ({ fleetFillPctPerDay }: Pick<Settings, 'fleetFillPctPerDay'>) =>
  ({
    pctPerDay: fleetFillPctPerDay,
    lumpPct: 8,
    spread: 0.5,
    weekdays: evenWeek,
    season: 1,
  }) satisfies FleetHabit
