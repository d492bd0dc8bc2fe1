// The chance that a container is over full at some time, given its level and rate now.
import { normalCdf } from '../forecast/normal.ts'
import { DAY_MS } from '../time/local-time.ts'

/**
 * Gifts come in lumps: the variance of the inflow is this many points for each point expected
 * (about an 8 % lump, a car boot of bags). An assumption.
 */
const LUMP_PCT = 8

/** Standard deviation of the level that is counted from, in points: an echo, a guess. Assumptions. */
export const LEVEL_SD_PCT = { measured: 4, estimated: 15 } as const

/**
 * @param pct the level that is known, 0–100 (an estimate may exceed 100)
 * @param waitMs from when that level was known until the time asked about
 * @param levelSdPct how well the level is known: one of `LEVEL_SD_PCT`
 * @returns 0–1
 */
export function overflowProbability(
  pct: number,
  ratePctPerDay: number,
  waitMs: number,
  levelSdPct: number = LEVEL_SD_PCT.measured,
): number {
  const inflow = (ratePctPerDay * Math.max(waitMs, 0)) / DAY_MS
  const sd = Math.sqrt(levelSdPct ** 2 + LUMP_PCT * inflow)
  return 1 - normalCdf((100 - pct - inflow) / sd)
}
