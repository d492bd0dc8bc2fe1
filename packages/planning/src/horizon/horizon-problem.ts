// Several days at once: who is visited how often is given (a contract), on which days is to be found.
import type { Job, Problem, Solution } from '@bakwacht/routing'
import type { VisitPattern } from './visit-patterns.ts'

export interface PeriodicJob {
  /** The visit on any one day. */
  readonly job: Job
  /** It is made on all days of exactly one of these. */
  readonly patterns: readonly VisitPattern[]
}

export interface HorizonProblem {
  /** Each day's travel times and vehicles; days with none are closed. Days that are alike are the same object. */
  readonly days: readonly Omit<Problem, 'jobs'>[]
  readonly jobs: readonly PeriodicJob[]
}

export interface HorizonPlan {
  /** In the order of the days. */
  readonly days: readonly Solution[]
  /** By job id. */
  readonly patternOf: ReadonlyMap<string, VisitPattern>
  /** All days' routes. */
  readonly cost: number
  /** Visits that no vehicle could make on their day. */
  readonly unserved: number
  /** Changes of pattern that were tried. */
  readonly moves: number
}

export interface HorizonOptions {
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Milliseconds from any zero. */
  readonly clock: () => number
  /** Ends at whichever comes first; with `moves` alone the same random numbers give the same plan. */
  readonly seconds?: number
  readonly moves?: number
}
