// The chance that a container is over full at some time, given its level and inflow in one hour.
import { normalCdf } from '../forecast/normal.ts'
import { DAY_MS } from '../time/local-time.ts'

/** Standard deviation of the level that is counted from, in points: an echo, a guess. Assumptions. */
export const LEVEL_SD_PCT = { measured: 4, estimated: 15 } as const

export interface LevelAndInflow {
  /** %, 0–100. */
  readonly fillPct: number
  /** Standard deviation, points. */
  readonly fillSdPct: number
  readonly ratePctPerDay: number
  /** Of what comes in in a day, points². */
  readonly inflowVariance: number
}

/**
 * @param waitMs from when that level was known until the time asked about
 * @returns 0–1
 */
export function overflowProbability(
  { fillPct, fillSdPct, ratePctPerDay, inflowVariance }: LevelAndInflow,
  waitMs: number,
): number {
  const days = Math.max(waitMs, 0) / DAY_MS
  const sd = Math.sqrt(fillSdPct ** 2 + inflowVariance * days)
  return 1 - normalCdf((100 - fillPct - ratePctPerDay * days) / sd)
}
