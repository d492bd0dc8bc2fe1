// How the containers of a fleet fill: what is expected of one that nothing is known of yet.
import type { Settings } from '../settings.ts'

export interface FleetHabit {
  /** Mean inflow, points per day. */
  readonly pctPerDay: number
}

/** By the settings alone: nothing has been learnt yet. */
export const fleetHabitOf = ({ fleetFillPctPerDay }: Settings): FleetHabit => ({
  pctPerDay: fleetFillPctPerDay,
})
