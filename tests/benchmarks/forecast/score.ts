// How good quantiles were: the mean pinball loss (Koenker & Bassett 1978), and how often the middle 80 % held.
import type { DeviceYear } from './device-year.ts'
import { naiveQuantiles } from './naive.ts'
import { CHANCES, HORIZONS, WARM_UP_DAYS } from './split.ts'

export type Forecaster = 'bakwacht' | 'overall' | 'by weekday'

/** For each of `HORIZONS`. */
export interface Score {
  readonly pinball: readonly number[]
  /** Share of outcomes between the quantiles .10 and .90. */
  readonly covered: readonly number[]
  readonly origins: number
}

/** Origins and outcomes from midnight `from` on, before midnight `to`, where all three have an answer. */
export function scores(
  year: DeviceYear,
  from: number,
  to: number,
): Readonly<Record<Forecaster, Score>> {
  const sums = { bakwacht: new Sums(), overall: new Sums(), 'by weekday': new Sums() }
  for (let origin = Math.max(from, WARM_UP_DAYS); origin < to; origin++)
    for (const [index, days] of HORIZONS.entries()) {
      const inflow = origin + days < to ? inflowOver(year, origin, days) : null
      const midnight = year.midnights[origin]
      const foreseen = midnight?.foreseen?.[index]
      const overall = naiveQuantiles(year, origin, days, false)
      const byWeekday = naiveQuantiles(year, origin, days, true)
      if (inflow === null || foreseen === undefined || overall === null || byWeekday === null)
        continue
      const level = midnight?.pct ?? 0
      sums.bakwacht.add(
        index,
        inflow,
        foreseen.map((pct) => pct - level),
      )
      sums.overall.add(index, inflow, overall)
      sums['by weekday'].add(index, inflow, byWeekday)
    }
  return {
    bakwacht: sums.bakwacht.score,
    overall: sums.overall.score,
    'by weekday': sums['by weekday'].score,
  }
}

/** What came in within so many days of a midnight; `null`: nobody knows. */
export function inflowOver(
  { broughtPct }: DeviceYear,
  origin: number,
  days: number,
): number | null {
  const before = broughtPct[origin] ?? null
  const after = broughtPct[origin + days] ?? null
  return before === null || after === null ? null : after - before
}

class Sums {
  readonly #pinball = HORIZONS.map(() => 0)
  readonly #covered = HORIZONS.map(() => 0)
  readonly #count = HORIZONS.map(() => 0)

  add(index: number, outcome: number, quantiles: readonly number[]): void {
    const losses = CHANCES.map((p, i) => {
      const error = outcome - (quantiles[i] ?? 0)
      return Math.max(p * error, (p - 1) * error)
    })
    const [low, high] = [quantiles[1] ?? 0, quantiles[5] ?? 0]
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
    this.#pinball[index] = (this.#pinball[index] ?? 0) + mean
    this.#covered[index] = (this.#covered[index] ?? 0) + Number(low <= outcome && outcome <= high)
    this.#count[index] = (this.#count[index] ?? 0) + 1
  }

  get score(): Score {
    const per = (sum: number, index: number) => sum / (this.#count[index] || Number.NaN)
    return {
      pinball: this.#pinball.map(per),
      covered: this.#covered.map(per),
      origins: this.#count[0] ?? 0,
    }
  }
}
