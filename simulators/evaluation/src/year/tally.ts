// What a year came to: driving as it happened, losses as they happened, in euro by the same settings
// that the planner uses.
import type { Settings } from '@bakwacht/domain'
import type { Losses } from '../truth/losses.ts'

/** Of runs as they were driven. */
export interface Driving {
  readonly runs: number
  readonly trips: number
  readonly stops: number
  readonly km: number
  readonly hours: number
  readonly kg: number
  readonly vehicleDaysEur: number
  readonly kmEur: number
  readonly crewEur: number
  /** Fill fractions at emptying, each stop's. */
  readonly fills: readonly number[]
}

export interface CostParts {
  readonly vehicle_days: number
  readonly km: number
  readonly crew: number
  readonly overflow_cleaning: number
  readonly overflow_hours: number
  readonly turned_away: number
  readonly damp: number
}

export const COST_PARTS = [
  'vehicle_days',
  'km',
  'crew',
  'overflow_cleaning',
  'overflow_hours',
  'turned_away',
  'damp',
] as const satisfies readonly (keyof CostParts)[]

export const costsOf = (
  driving: Omit<Driving, 'fills'>,
  losses: Losses,
  money: Settings['money'],
): CostParts => ({
  vehicle_days: driving.vehicleDaysEur,
  km: driving.kmEur,
  crew: driving.crewEur,
  overflow_cleaning: losses.overflows * money.overflowOnce,
  overflow_hours: losses.overflowHours * money.overflowPerHour,
  turned_away: losses.turnedAwayKg * money.giftPerKg,
  damp: losses.dampKg * (money.dampLossPerKg + money.disposalPerKg),
})

export const totalOf = (parts: CostParts): number =>
  COST_PARTS.reduce((sum, part) => sum + parts[part], 0)
