// The chance that a container is over full at some time, given its level and rate now.
import { DAY_MS } from '../time/local-time.ts'

/**
 * Gifts come in lumps: the variance of the inflow is this many points for each point expected
 * (a car boot of bags). An assumption.
 */
const LUMP_PCT = 8
/** Standard deviation of a measured level, in points. */
const LEVEL_SD_PCT = 4

/** @returns 0–1 */
export function overflowProbability(pct: number, ratePctPerDay: number, waitMs: number): number {
  const inflow = (ratePctPerDay * Math.max(waitMs, 0)) / DAY_MS
  const sd = Math.sqrt(LEVEL_SD_PCT ** 2 + LUMP_PCT * inflow)
  return 1 - normalCdf((100 - pct - inflow) / sd)
}

/** Logistic approximation of the normal distribution (Bowling et al. 2009); error below 1.4e-4. */
const normalCdf = (z: number): number => 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)))
