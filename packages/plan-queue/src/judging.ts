// What is said between who tries settings and who judges readings, in another thread or process.
import type { Settings } from '@bakwacht/domain'
import type { JobOutcome, StateChange } from '@bakwacht/registry'
import { type Ask, type Asked, answerIn, type JobClientDependencies, jobClient } from './ask-job.ts'

/**
 * The containers of which other settings would say something else, as `states.apply` would take them, with
 * alerts of fire alone.
 */
export type JudgeOtherwise = (
  settings: Settings,
  signal?: AbortSignal,
) => Promise<readonly StateChange[]>

/** What thresholds claim. */
export const JUDGING_JOBS = ['settings.judge'] as const

interface JudgingAnswer {
  readonly changes: readonly StateChange[]
}

/** Those who judge elsewhere, as if they were here. */
export const judgingElsewhere =
  (ask: Ask): JudgeOtherwise =>
  async (settings, gone) => {
    const outcome = await ask({ kind: JUDGING_JOBS[0], payload: { settings } }, gone)
    return answerIn<JudgingAnswer>(outcome).changes
  }

/** Those who judge in another process, as if they were here. */
export const createJudgingClient = (dependencies: JobClientDependencies): JudgeOtherwise =>
  judgingElsewhere(jobClient(dependencies, 'THRESHOLDS_SILENT'))

/**
 * Never throws: what went wrong is the job's outcome.
 * @param gone nobody waits for it any more
 */
export async function answerJudgingJob(
  { payload }: Asked,
  judgeOtherwise: JudgeOtherwise,
  gone?: AbortSignal,
): Promise<JobOutcome> {
  try {
    const changes = await judgeOtherwise(payload.settings as Settings, gone)
    return { kind: 'done', answer: { changes } satisfies JudgingAnswer }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', code: 'NOT_JUDGED', message }
  }
}
