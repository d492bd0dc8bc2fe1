// A level that leaps up and down again all the time: an echo that flickers, a loose sensor. Gifts only
// go up, and a crew comes seldom, so leaps back and forth are the sensor's.
import { rounded } from '../../rounded.ts'

export interface Restless {
  readonly pct: number
  /** The last leap, points. */
  readonly leap: number
  /** Of the last readings, the newest weighing most: how many leapt back, 0–1. */
  readonly share: number
}

const LEAP_PCT = 15
/** A share over about so many readings. */
const READINGS = 100
const CALM_SHARE = 0.25
/** So much worse, and no filter makes a level of it. */
const HOPELESS = 1.5

export function restlessAfter(before: Restless | null, pct: number): Restless {
  if (before === null) return { pct, leap: 0, share: 0 }
  const step = pct - before.pct
  const leaps = Math.abs(step) >= LEAP_PCT
  const back = leaps && before.leap !== 0 && step > 0 !== before.leap > 0
  return {
    pct,
    leap: leaps ? step : before.leap,
    share: rounded(before.share + (Number(back) - before.share) / READINGS, 5),
  }
}

export const isRestless = (restless: Restless | null, noisyShare: number): boolean =>
  restless !== null && restless.share >= noisyShare

export const isCalm = (restless: Restless | null, noisyShare: number): boolean =>
  restless === null || restless.share < noisyShare * CALM_SHARE

export const isHopeless = (restless: Restless | null, noisyShare: number): boolean =>
  restless !== null && restless.share >= noisyShare * HOPELESS
