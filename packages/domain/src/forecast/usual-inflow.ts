// What usually comes into a container in a day, by the days that it remembers.
import type { DayEnd } from './packed-days.ts'

export interface UsualInflow {
  /** So many days it was learnt from; older ones count less. */
  readonly days: number
  readonly pctPerDay: number
  /** Variance of what comes in in a day, points². */
  readonly variance: number
  /** Variance of the measured level around the true one, points². */
  readonly noise: number
}

export const nothingUsual: UsualInflow = { days: 0, pctPerDay: 0, variance: 0, noise: 0 }

/** A day counts half as much as one that is so many days younger. */
const FADE = 0.5 ** (1 / 45)

/** @param days the newest last */
export function usualInflowOf(days: readonly DayEnd[]): UsualInflow {
  const { known, pctPerDay } = meanOf(days)
  const { variance, noise } = varianceOf(days, pctPerDay)
  return {
    days: hundredth(known),
    pctPerDay: hundredth(pctPerDay),
    variance: hundredth(variance),
    noise: hundredth(noise),
  }
}

/** What came in after days without a level spreads over all of them. */
function meanOf(days: readonly DayEnd[]) {
  let [inflow, known, weight, span] = [0, 0, 1, 0]
  let to: DayEnd = null
  for (const day of days.toReversed()) {
    if (day && to) {
      inflow += weight * to[1]
      known += weight * span
    }
    if (day) [to, span] = [day, 0]
    span++
    weight *= FADE
  }
  return { known, pctPerDay: known === 0 ? 0 : inflow / known }
}

/**
 * A level that is measured too high makes this day's inflow too large and the next one's too small by as
 * much: what neighbouring days have in common, with a minus, is the variance of the noise.
 */
function varianceOf(days: readonly DayEnd[], mean: number) {
  let [squares, singles, products, pairs, weight] = [0, 0, 0, 0, 1]
  let later: number | null = null
  for (let index = days.length - 1; index > 0; index--) {
    const day = days[index]
    const off = day && days[index - 1] ? day[1] - mean : null
    if (off !== null) {
      squares += weight * off * off
      singles += weight
    }
    if (off !== null && later !== null) {
      products += weight * off * later
      pairs += weight
    }
    later = off
    weight *= FADE
  }
  const all = squares / Math.max(singles, 1)
  const noise = Math.min(Math.max(-products / Math.max(pairs, 1), 0), all / 2)
  return { variance: all - 2 * noise, noise }
}

const hundredth = (value: number): number => Math.round(value * 100) / 100
