import { type PlanMaker, PlanOpRefused } from '@bakwacht/planning'
import { type Job, type JobOutcome, VersionConflict } from '@bakwacht/registry'
import {
  type ChangeJob,
  MAKE,
  type MakeJob,
  type PlanAnswer,
  TRY,
  type TryJob,
} from './plan-job.ts'

/** Does what one of PLAN_JOBS asks of the plan maker. Never throws: what went wrong is the job's outcome. */
export async function answerPlanJob(job: Job, planMaker: PlanMaker): Promise<JobOutcome> {
  try {
    return { kind: 'done', answer: { ...(await answerTo(job, planMaker)) } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', code: codeOf(error), message }
  }
}

async function answerTo({ kind, payload }: Job, planMaker: PlanMaker): Promise<PlanAnswer> {
  try {
    if (kind === MAKE)
      return { kind: 'made', planned: await planMaker.make(payload as unknown as MakeJob) }
    if (kind === TRY)
      return { kind: 'tried', trial: await planMaker.trySettings(payload as unknown as TryJob) }
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
