// Fire by temperature: a level that sun on steel does not reach, or a fast rise to one that it seldom does.
import type { Evidence } from '../../alert/alert.ts'
import type { Settings } from '../../settings.ts'
import { HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { rounded } from '../rounded.ts'

export interface TempPoint {
  readonly at: number
  readonly tempC: number
}

/** Temperatures of about the last two hours, a quarter of an hour apart or more. */
export type TempTrail = readonly TempPoint[]

const APART_MS = 15 * MINUTE_MS
const KEPT_MS = 2 * HOUR_MS
const CLEARED_BELOW_K = 5

export function trailWith(trail: TempTrail, point: TempPoint): TempTrail {
  const recent = trail.filter(({ at }) => point.at - at <= KEPT_MS)
  const last = recent.at(-1)
  return last !== undefined && point.at - last.at < APART_MS ? recent : [...recent, point]
}

/** Sun on steel: measured in twelve street containers over a year up to 64 °C, and 24 °C in an hour. */
const SUN_K = 10
const SUN_RISE = 2

/** The evidence if this temperature says fire; `trail` is what came before it. */
export function fireEvidence(
  trail: TempTrail,
  { at, tempC }: TempPoint,
  sunny: boolean,
  fire: Settings['fire'],
): Evidence | undefined {
  if (tempC >= fire.tempC) return { temp_c: rounded(tempC), at }
  if (tempC < fire.riseMinC + (sunny ? SUN_K : 0)) return undefined
  const risePerHourC = fire.risePerHourC * (sunny ? SUN_RISE : 1)
  const before = trail.find(
    (point) =>
      at - point.at <= KEPT_MS &&
      tempC - point.tempC >= risePerHourC * Math.max((at - point.at) / HOUR_MS, 1),
  )
  if (before === undefined) return undefined
  return {
    temp_c: rounded(tempC),
    at,
    rise_c: rounded(tempC - before.tempC),
    rise_min: Math.round((at - before.at) / MINUTE_MS),
  }
}

export const fireIsOver = (tempC: number, fire: Settings['fire']): boolean =>
  tempC < Math.min(fire.tempC, fire.riseMinC) - CLEARED_BELOW_K
