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
  /** Of those missed: between the last echo before and the first two after, gifts had hidden the fall. */
  readonly unseen: number
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
    unseen: 0,
    right: 0,
    wrong: 0,
    firstEcho: 0,
    secondEcho: 0,
    kindRight: 0,
  }
  for (const [index, truth] of series.emptyings.entries()) {
    const next = series.emptyings[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const echoes = echoesBetween(series, truth.at, Math.min(next, series.blindFrom))
    const until = Math.max(truth.at + 2 * HOUR_MS, echoes[1]?.at ?? truth.at + 6 * HOUR_MS)
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
      if (shownPct(series, truth, echoes) < leastFallPct) score.unseen++
      continue
    }
    const late = echoes.filter(({ at }) => at < found.at).length
    score.found++
    if (late === 0) score.firstEcho++
    if (late <= 1) score.secondEcho++
    if (found.partial === truth.partial) score.kindRight++
  }
  return { ...score, wrong: unused.size }
}

interface Echo {
  readonly at: number
  readonly truePct: number
}

/** How far the level fell from the last echo off the textile to the lower of the next two. */
function shownPct(series: SimulatedSeries, { at }: TrueEmptying, echoes: readonly Echo[]): number {
  const before = echoesBetween(series, Number.NEGATIVE_INFINITY, at).at(-1)
  return (before?.truePct ?? 0) - Math.min(...echoes.slice(0, 2).map(({ truePct }) => truePct))
}

/** Echoes that came from the textile. */
function echoesBetween(
  { readings, levels, sensor }: SimulatedSeries,
  from: number,
  to: number,
): Echo[] {
  return readings.flatMap(({ observedAt: at, distanceMm }, index) => {
    if (at < from || at >= to || distanceMm === null) return []
    const pct = (100 * (sensor.emptyMm - distanceMm)) / (sensor.emptyMm - sensor.fullMm)
    const truePct = levels[index] ?? 0
    return Math.abs(pct - truePct) < FROM_TEXTILE_PCT ? [{ at, truePct }] : []
  })
}
