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

export const noDriving: Driving = {
  ...{ runs: 0, trips: 0, stops: 0, km: 0, hours: 0, kg: 0 },
  ...{ vehicleDaysEur: 0, kmEur: 0, crewEur: 0, fills: [] },
}

export interface CostParts {
  readonly vehicle_days: number
  readonly km: number
  readonly crew: number
  readonly overflow_cleaning: number
  readonly overflow_hours: number
  readonly turned_away: number
  readonly damp: number
  /** More in the bins at the end than at the beginning is work put off: at this policy's own cost per kg. */
  readonly put_off: number
}

export const COST_PARTS = [
  'vehicle_days',
  'km',
  'crew',
  'overflow_cleaning',
  'overflow_hours',
  'turned_away',
  'damp',
  'put_off',
] as const satisfies readonly (keyof CostParts)[]

/** @param putOffKg more in the bins at the end than at the beginning; negative: less */
export function costsOf(
  driving: Omit<Driving, 'fills'>,
  losses: Losses,
  money: Settings['money'],
  putOffKg = 0,
): CostParts {
  const drivingEur = driving.vehicleDaysEur + driving.kmEur + driving.crewEur
  return {
    vehicle_days: driving.vehicleDaysEur,
    km: driving.kmEur,
    crew: driving.crewEur,
    overflow_cleaning: losses.overflows * money.overflowOnce,
    overflow_hours: losses.overflowHours * money.overflowPerHour,
    turned_away: losses.turnedAwayKg * money.giftPerKg,
    damp: losses.dampKg * (money.dampLossPerKg + money.disposalPerKg),
    put_off: driving.kg > 0 ? (putOffKg * drivingEur) / driving.kg : 0,
  }
}

export const totalOf = (parts: CostParts): number =>
  COST_PARTS.reduce((sum, part) => sum + parts[part], 0)
