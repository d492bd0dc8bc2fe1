// What goes between the thread or process that asks for plans and the one that makes them.
import type {
  Hindrance,
  PlanMaker,
  PlanOp,
  PlanRequest,
  Trial,
  TrialRequest,
} from '@bakwacht/planning'

export const MAKE = 'plan.make'
export const CHANGE = 'plan.change'
export const TRY = 'plan.try'

/** What a planner claims. */
export const PLAN_JOBS = [MAKE, CHANGE, TRY] as const

export type MakeJob = PlanRequest

export type TryJob = TrialRequest

export interface ChangeJob {
  readonly planId: string
  readonly ops: readonly PlanOp[]
  readonly expectedVersion: number
  readonly dryRun: boolean
}

/** Refusals are answers too: only faults of the world fail a job. */
export type PlanAnswer =
  | { readonly kind: 'made'; readonly planId: string }
  | ({ readonly kind: 'changed' } & Awaited<ReturnType<PlanMaker['change']>>)
  | { readonly kind: 'tried'; readonly trial: Trial }
  | { readonly kind: 'refused'; readonly op: PlanOp; readonly why: Hindrance }
  | { readonly kind: 'conflict'; readonly expected: number; readonly got: number }
