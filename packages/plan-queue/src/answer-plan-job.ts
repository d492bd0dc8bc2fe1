import { type PlanMaker, PlanOpRefused } from '@bakwacht/planning'
import { type JobOutcome, VersionConflict } from '@bakwacht/registry'
import type { Asked } from './ask-job.ts'
import {
  type ChangeJob,
  MAKE,
  type MakeJob,
  type PlanAnswer,
  TRY,
  type TryJob,
} from './plan-job.ts'

/**
 * Does what one of PLAN_JOBS asks of the plan maker. Never throws: what went wrong is the job's outcome.
 * @param gone nobody waits for it any more
 */
export async function answerPlanJob(
  asked: Asked,
  planMaker: PlanMaker,
  gone?: AbortSignal,
): Promise<JobOutcome> {
  try {
    return { kind: 'done', answer: { ...(await answerTo(asked, planMaker, gone)) } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', code: codeOf(error), message }
  }
}

async function answerTo(
  { kind, payload }: Asked,
  planMaker: PlanMaker,
  gone: AbortSignal | undefined,
): Promise<PlanAnswer> {
  try {
    if (kind === MAKE)
      return { kind: 'made', planId: await planMaker.make(payload as unknown as MakeJob) }
    if (kind === TRY)
      return {
        kind: 'tried',
        trial: await planMaker.trySettings(payload as unknown as TryJob, gone),
      }
    const { planId, ops, expectedVersion, dryRun } = payload as unknown as ChangeJob
    return {
      kind: 'changed',
      ...(await planMaker.change(planId, ops, expectedVersion, dryRun)),
    }
  } catch (error) {
    if (error instanceof PlanOpRefused) return { kind: 'refused', op: error.op, why: error.why }
    if (error instanceof VersionConflict)
      return { kind: 'conflict', expected: error.expected, got: error.got }
    throw error
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'FAILED'
