// What damp puts at risk in a container, if it waits until it can be visited next.
import { dampLossChance } from '../damp/loss-chance.ts'
import type { Settings } from '../settings.ts'
import type { DampState } from '../state/container-state.ts'
import type { InsideNow } from './inside-now.ts'

export interface AtStake {
  readonly kg: number
  /** So far, in air in which mould can grow; since the last full emptying. */
  readonly hours: number
  /** Expected loss until the visit, euro. */
  readonly riskEur: number
}

/** `null`: nothing is at risk, or nobody knows. */
export function atStake(
  state: Pick<DampState, 'level' | 'lastingExcessGPerM3' | 'wetHours'>,
  inside: InsideNow | null,
  waitMs: number,
  { damp, money }: Pick<Settings, 'damp' | 'money'>,
): AtStake | null {
  if (inside === null || state.level === 'dry' || state.level === 'unknown') return null
  const perKg = money.dampLossPerKg + money.disposalPerKg
  return {
    kg: inside.kg,
    hours: state.wetHours ?? 0,
    riskEur: inside.kg * dampLossChance(state, waitMs, damp) * perKg,
  }
}
