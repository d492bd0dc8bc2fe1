// How good a device's own forecasts were: what came in since each midnight against what was foreseen.
// Emptyings are bridged: what they took is counted as if it were still there.
import type { Emptying, FillEstimate } from '@bakwacht/domain'
import { HORIZON_DAYS, QUANTILES } from '../report/quantiles.ts'

/** A midnight's level, and what was foreseen at it. */
export interface Origin {
  /** UTC ms. */
  readonly at: number
  readonly level: FillEstimate | null
  readonly quantiles: readonly (readonly number[])[] | null
}

export interface ForecastScore {
  /** Pairs of a forecast and what came of it. */
  readonly targets: number
  /** Share of them within the middle 50, 80 and 90 %. */
  readonly coverage50: number
  readonly coverage80: number
  readonly coverage90: number
  /** Mean over targets and quantiles, points. */
  readonly meanPinballPct: number
}

export interface HorizonScore extends ForecastScore {
  readonly days: number
}

/** A level this old is no target: nobody knows what came in. */
const OLDEST_MS = 12 * 3_600_000

/** `null` where there is no target. @param origins at consecutive local midnights */
export function scoreForecasts(
  origins: readonly Origin[],
  emptyings: readonly Emptying[],
): { readonly all: ForecastScore | null; readonly byDays: readonly HorizonScore[] } {
  const levels = origins.map(bridgedLevels(emptyings))
  const byHorizon = HORIZON_DAYS.map((days, horizon) => ({
    days,
    pairs: origins.flatMap(({ quantiles }, index) => {
      const [from, to] = [levels[index], levels[index + days]]
      const foreseen = quantiles?.[horizon]
      if (foreseen === undefined || from === undefined || to === undefined) return []
      if (from === null || to === null) return []
      return [{ foreseen, came: to.bridged - from.taken }]
    }),
  }))
  return {
    all: scoreOf(byHorizon.flatMap(({ pairs }) => pairs)),
    byDays: byHorizon.flatMap(({ days, pairs }) => {
      const score = scoreOf(pairs)
      return score === null ? [] : [{ days, ...score }]
    }),
  }
}

interface Pair {
  readonly foreseen: readonly number[]
  /** Where the level would be had nobody emptied it, % of capacity. */
  readonly came: number
}

/** @returns what emptyings have taken from the level as it stood at each origin, and the level with it */
function bridgedLevels(emptyings: readonly Emptying[]) {
  return ({ at, level }: Origin) => {
    if (level === null || at - level.at > OLDEST_MS) return null
    const taken = emptyings
      .filter((emptying) => shows(emptying, at, level.pct))
      .reduce((sum, { beforePct, afterPct }) => sum + (beforePct ?? 0) - (afterPct ?? 0), 0)
    return { taken, bridged: level.pct + taken }
  }
}

/** Until an emptying was believed, the level may have stood where it was. */
function shows(
  { at: emptiedAt, knownAt, beforePct, afterPct }: Emptying,
  at: number,
  pct: number,
): boolean {
  if (emptiedAt > at || beforePct === null || afterPct === null) return false
  return knownAt < at || Math.abs(pct - afterPct) < Math.abs(pct - beforePct)
}

function scoreOf(pairs: readonly Pair[]): ForecastScore | null {
  if (pairs.length === 0) return null
  const within = (low: number, high: number) =>
    share(pairs, ({ foreseen, came }) => {
      const [from = 0, to = 0] = [foreseen[low], foreseen[high]]
      return came >= from && came <= to
    })
  const losses = pairs.flatMap(({ foreseen, came }) =>
    QUANTILES.map((p, index) => pinball(p, foreseen[index] ?? 0, came)),
  )
  return {
    targets: pairs.length,
    coverage50: within(2, 4),
    coverage80: within(1, 5),
    coverage90: within(0, 6),
    meanPinballPct: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
  }
}

const pinball = (p: number, foreseen: number, came: number): number =>
  Math.max(p * (came - foreseen), (p - 1) * (came - foreseen))

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length
