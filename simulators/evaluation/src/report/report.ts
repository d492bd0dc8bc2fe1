import type { World } from '../truth/world-file.ts'
import type { Experiment } from '../year/experiment.ts'
import type { PolicyYear } from '../year/policy-year.ts'
import { figuresOf, type PolicyFigures } from './figures.ts'
import { type Goal, goalsOf } from './goals.ts'

/** `report.json` as it is. */
export interface Report {
  readonly made: Omit<Experiment, 'seed' | 'policy'> & { readonly seeds: readonly number[] }
  readonly intervals: string
  readonly world: World
  readonly policies: readonly PolicyFigures[]
  readonly goals: readonly Goal[]
  readonly years: readonly PolicyYear[]
}

export function reportOf(made: Report['made'], world: World, years: readonly PolicyYear[]): Report {
  return {
    made,
    intervals: 'Student’s t over seeds, 95 %; comparisons are paired by seed',
    world,
    policies: [...Map.groupBy(years, ({ policy }) => policy)].map(([policy, own]) =>
      figuresOf(policy, own),
    ),
    goals: goalsOf(years),
    years,
  }
}
