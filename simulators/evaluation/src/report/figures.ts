// The figures of a policy over all seeds, each with its interval.
import type { PolicyYear } from '../year/policy-year.ts'
import { COST_PARTS, type CostParts } from '../year/tally.ts'
import { type Interval, intervalOf } from './student.ts'

/** What is reported of a year; the order is that of the tables. */
export const FIGURES = {
  cost_eur: (year: PolicyYear) => year.cost_eur.total,
  km: (year: PolicyYear) => year.km,
  hours: (year: PolicyYear) => year.hours,
  runs: (year: PolicyYear) => year.runs,
  trips: (year: PolicyYear) => year.trips,
  stops: (year: PolicyYear) => year.stops,
  kg: (year: PolicyYear) => year.kg,
  km_per_tonne: (year: PolicyYear) => year.km_per_tonne,
  fill_at_emptying_pct: (year: PolicyYear) => year.fill_at_emptying.mean_pct,
  overflows: (year: PolicyYear) => year.overflows,
  overflow_hours: (year: PolicyYear) => year.overflow_hours,
  turned_away_kg: (year: PolicyYear) => year.turned_away_kg,
  damp_lost_kg: (year: PolicyYear) => year.damp_lost_kg,
} as const

export type FigureName = keyof typeof FIGURES
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[]

export interface PolicyFigures {
  readonly policy: string
  readonly seeds: number
  readonly figures: Readonly<Record<FigureName, Interval>>
  /** Means over the seeds. */
  readonly cost_eur: CostParts
  readonly histogram: readonly number[]
  readonly months: readonly { readonly month: string; readonly cost_eur: number }[]
}

/** @param years all of one policy, at least one */
export function figuresOf(policy: string, years: readonly PolicyYear[]): PolicyFigures {
  const mean = (of: (year: PolicyYear) => number) =>
    years.reduce((sum, year) => sum + of(year), 0) / years.length
  const [first] = years
  return {
    policy,
    seeds: years.length,
    figures: Object.fromEntries(
      FIGURE_NAMES.map((name) => [name, intervalOf(years.map(FIGURES[name]))]),
    ) as Record<FigureName, Interval>,
    cost_eur: Object.fromEntries(
      COST_PARTS.map((part) => [part, mean((year) => year.cost_eur[part])]),
    ) as unknown as CostParts,
    histogram: (first?.fill_at_emptying.histogram ?? []).map((_, index) =>
      mean((year) => year.fill_at_emptying.histogram[index] ?? 0),
    ),
    months: (first?.months ?? []).map(({ month }, index) => ({
      month,
      cost_eur: mean((year) => year.months[index]?.cost_eur ?? 0),
    })),
  }
}
