import type { Plan, Run } from '@bakwacht/domain'

/** A plan together with its runs. */
export interface PlanWithRuns {
  readonly plan: Plan
  readonly runs: readonly Run[]
}
