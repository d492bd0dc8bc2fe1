import type { JudgeOtherwise } from '@bakwacht/plan-queue'
import type { Registry } from '@bakwacht/registry'
import type { Roads } from '@bakwacht/roads'
import type { Clock, Log } from '@bakwacht/runtime'
import type { Solver } from './solver/solver.ts'

export interface PlannerDependencies {
  readonly registry: Registry
  /** Stopped together with the planner. */
  readonly roads: Roads
  /** Stopped together with the planner. */
  readonly solver: Solver
  /** Asked when settings are tried that readings are judged by. */
  readonly judgeOtherwise: JudgeOtherwise
  readonly clock: Clock
  /** Makes a new id each time. */
  readonly ids: () => string
  readonly log: Log
  /** IANA zone of dates and clock times. */
  readonly timezone: string
}
