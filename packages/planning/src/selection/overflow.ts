import { DAY_MS, HOUR_MS, type Settings } from '@bakwacht/domain'
import type { ExpectedLoad } from './expected-load.ts'

/**
 * Gifts come in lumps: the variance of the inflow is this many points for each point expected
 * (about an 8 % lump, a car boot of bags). An assumption; the forecast issue will learn it.
 */
const LUMP_PCT = 8
/** Standard deviation of what is known to begin with, in points: an echo, a guess. */
const KNOWN_SD_PCT = { measured: 4, estimated: 15 }

/** The chance that the container is over full at `until`, given what is known of it. */
export function overflowChance(expected: ExpectedLoad, until: number): number {
  const inflow = (expected.ratePctPerDay * Math.max(until - expected.known.at, 0)) / DAY_MS
  const mean = expected.known.pct + inflow
  const sd = expected.known.measured ? KNOWN_SD_PCT.measured : KNOWN_SD_PCT.estimated
  return 1 - normalCdf((100 - mean) / Math.sqrt(sd * sd + LUMP_PCT * inflow))
}

/**
 * What overflowing is expected to cost until the next visit, in euro: the clean-up once, and for half
 * of the wait (it may begin at any time in it) the hours and kilograms of gifts turned away.
 */
export function overflowCost(
  chance: number,
  waitMs: number,
  kgPerDay: number,
  money: Settings['money'],
): number {
  const hours = waitMs / HOUR_MS / 2
  const kgTurnedAway = (kgPerDay * hours) / 24
  return (
    chance * (money.overflowOnce + money.overflowPerHour * hours + money.giftPerKg * kgTurnedAway)
  )
}

/** Abramowitz & Stegun 7.1.26 through erf; error below 1.5e-7. */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - poly * Math.exp(-x * x)
  return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2
}
