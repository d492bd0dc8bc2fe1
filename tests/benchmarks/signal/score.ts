// What the fold found in a simulated series, held against what happened.
import type { Emptying } from '@bakwacht/domain'
import type { SimulatedSeries, TrueEmptying } from './simulated-series.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A clock may be five minutes off. */
const CLOCK_MS = 6 * MINUTE_MS
/** An echo so near the true level came from the textile. */
const FROM_TEXTILE_PCT = 10
/** Fewer echoes off the textile before the next emptying, or before the sensor goes blind, show nothing. */
const FEWEST_ECHOES = 3

export interface Score {
  readonly found: number
  readonly missed: number
  /** Of small emptyings too. */
  readonly right: number
  readonly wrong: number
  /** Of those found: dated by the first echo that could show it, and by that or the one after. */
  readonly firstEcho: number
  readonly secondEcho: number
  /** Of those found: partial or full as it was. */
  readonly kindRight: number
}

/** @param leastFallPct emptyings that changed the level by less are none to be found, and no mistake if found */
export function scoreOf(
  series: SimulatedSeries,
  emptyings: readonly Emptying[],
  leastFallPct: number,
): Score {
  const unused = new Set(emptyings)
  const score = {
    found: 0,
    missed: 0,
    right: 0,
    wrong: 0,
    firstEcho: 0,
    secondEcho: 0,
    kindRight: 0,
  }
  for (const [index, truth] of series.emptyings.entries()) {
    const echoes = echoesAfter(series, truth, series.emptyings[index + 1])
    const until = Math.max(truth.at + 2 * HOUR_MS, echoes[1] ?? truth.at + 6 * HOUR_MS)
    const found = [...unused].find(({ at }) => at >= truth.at - CLOCK_MS && at <= until)
    if (found !== undefined) {
      unused.delete(found)
      score.right++
    }
    const counts =
      truth.beforePct - truth.afterPct >= leastFallPct && echoes.length >= FEWEST_ECHOES
    if (!counts) continue
    if (found === undefined) {
      score.missed++
      continue
    }
    const late = echoes.filter((at) => at < found.at).length
    score.found++
    if (late === 0) score.firstEcho++
    if (late <= 1) score.secondEcho++
    if (found.partial === truth.partial) score.kindRight++
  }
  return { ...score, wrong: unused.size }
}

/** Times of the echoes that came from the textile after it, until the next. */
function echoesAfter(
  { readings, levels, sensor, blindFrom }: SimulatedSeries,
  { at }: TrueEmptying,
  next: TrueEmptying | undefined,
): number[] {
  const end = Math.min(next?.at ?? Number.POSITIVE_INFINITY, blindFrom)
  return readings.flatMap(({ observedAt, distanceMm }, index) => {
    if (observedAt < at || observedAt >= end || distanceMm === null) return []
    const pct = (100 * (sensor.emptyMm - distanceMm)) / (sensor.emptyMm - sensor.fullMm)
    return Math.abs(pct - (levels[index] ?? 0)) < FROM_TEXTILE_PCT ? [observedAt] : []
  })
}
