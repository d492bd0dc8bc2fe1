// What the product has to show, judged on the bound and not on the mean.
import type { PolicyYear } from '../year/policy-year.ts'
import { FIGURES, type FigureName } from './figures.ts'
import { type Interval, intervalOf } from './student.ts'

export interface Goal {
  readonly against: string
  readonly what: string
  readonly unit: '%' | 'h'
  readonly wanted: string
  readonly measured: Interval
  /** `null`: one seed proves nothing. */
  readonly met: boolean | null
}

/** Goals for which the policies were run; `years` of all seeds and policies. */
export function goalsOf(years: readonly PolicyYear[]): readonly Goal[] {
  const best = cheapestThreshold(years)
  return [
    ...saves('fixed', 'km_per_tonne', 35),
    ...noMoreOverflow('fixed'),
    ...saves('fixed', 'damp_lost_kg', 70),
    ...(best === undefined ? [] : [...saves(best, 'cost_eur', 10), ...noMoreOverflow(best)]),
    ...nearOracle(),
  ]

  function saves(against: string, name: FigureName, percent: number): Goal[] {
    const saved = paired(against, (own, other) => (other > 0 ? 100 * (1 - own / other) : 0), name)
    if (saved === undefined) return []
    const met = saved.lower95 === null ? null : saved.lower95 >= percent
    const wanted = `at least ${percent} % less`
    return [{ against, what: name, unit: '%', wanted, measured: saved, met }]
  }

  function noMoreOverflow(against: string): Goal[] {
    const more = paired(against, (own, other) => own - other, 'overflow_hours')
    if (more === undefined) return []
    const met = more.upper95 === null ? null : more.upper95 <= 0
    return [{ against, what: 'overflow_hours', unit: 'h', wanted: 'no more', measured: more, met }]
  }

  function nearOracle(): Goal[] {
    const dearer = paired('oracle', (own, other) => 100 * (own / other - 1), 'cost_eur')
    if (dearer === undefined) return []
    const met = dearer.upper95 === null ? null : dearer.upper95 <= 10
    const wanted = 'at most 10 % more'
    return [{ against: 'oracle', what: 'cost_eur', unit: '%', wanted, measured: dearer, met }]
  }

  /** Seed by seed; `undefined` unless both were run. */
  function paired(
    against: string,
    compare: (own: number, other: number) => number,
    name: FigureName,
  ): Interval | undefined {
    const value = FIGURES[name]
    const values = years
      .filter(({ policy }) => policy === 'bakwacht')
      .flatMap((own) => {
        const other = years.find((year) => year.policy === against && year.seed === own.seed)
        return other === undefined ? [] : [compare(value(own), value(other))]
      })
    return values.length === 0 ? undefined : intervalOf(values)
  }
}

/** Chosen on these very seeds, which favours it. */
function cheapestThreshold(years: readonly PolicyYear[]): string | undefined {
  const thresholds = Map.groupBy(
    years.filter(({ policy }) => policy.startsWith('threshold:')),
    ({ policy }) => policy,
  )
  const mean = (of: readonly PolicyYear[]) =>
    intervalOf(of.map(({ cost_eur }) => cost_eur.total)).mean
  return [...thresholds].toSorted(([, a], [, b]) => mean(a) - mean(b))[0]?.[0]
}
