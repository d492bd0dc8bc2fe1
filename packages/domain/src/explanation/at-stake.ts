// What damp puts at risk in a container, if it waits until it can be visited next.
import type { Settings } from '../settings.ts'
import type { DampState } from '../state/container-state.ts'
import { DAY_MS } from '../time/local-time.ts'
import type { InsideNow } from './inside-now.ts'

export interface AtStake {
  readonly kg: number
  /** Hours at 75 % relative humidity or more so far. */
  readonly hours: number
  /** Expected loss until the visit, euro. */
  readonly riskEur: number
}

/** `null`: nothing is at risk, or nobody knows. What is damp already is as good as lost. */
export function atStake(
  { level, hoursAbove75 }: Pick<DampState, 'level' | 'hoursAbove75'>,
  inside: InsideNow | null,
  waitMs: number,
  { damp, money }: Pick<Settings, 'damp' | 'money'>,
): AtStake | null {
  if (inside === null || level === 'dry' || level === 'unknown') return null
  const days = Math.max(waitMs, 0) / DAY_MS
  const chance = level === 'watch' ? 1 - (1 - damp.watchLossPerDay) ** days : 1
  const perKg = money.dampLossPerKg + money.disposalPerKg
  return { kg: inside.kg, hours: hoursAbove75, riskEur: inside.kg * chance * perKg }
}
