// Sends changes of a plan, or asks what they would come to.
import type { ChangedPlan, Plan, PlanOp } from '@bakwacht/api/contract'
import { ask, Refused, segment } from '../../api/ask.ts'

export interface Change {
  /** In words, for the price, the undo and whoever hears the page. */
  readonly title: string
  readonly ops: readonly PlanOp[]
}

interface Wish {
  readonly planId: string
  /** Which version it was meant for. */
  readonly version: number
  readonly ops: readonly PlanOp[]
  readonly dryRun: boolean
}

export const changePlan = ({ planId, version, ops, dryRun }: Wish): Promise<ChangedPlan> =>
  ask(`/plans/${segment(planId)}${dryRun ? '?dry_run=true' : ''}`, {
    method: 'PATCH',
    body: { ops },
    headers: { 'if-match': `"${version}"` },
  })

export const readPlan = (planId: string): Promise<Plan> => ask(`/plans/${segment(planId)}`)

/** The plan is another than the page showed. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 412 || error.problem.code === 'version_conflict')
