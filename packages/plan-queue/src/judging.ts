// What goes through the registry's jobs between who tries settings and who judges readings.
import type { Settings } from '@bakwacht/domain'
import type { Job, JobOutcome, StateChange } from '@bakwacht/registry'
import { type JobClientDependencies, jobClient } from './ask-job.ts'

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

/** Those who judge in another process, as if they were here. */
export function createJudgingClient(dependencies: JobClientDependencies): JudgeOtherwise {
  const ask = jobClient<JudgingAnswer>(dependencies, 'THRESHOLDS_SILENT')
  return async (settings, gone) => (await ask(JUDGING_JOBS[0], { settings }, gone)).changes
}

/** Never throws: what went wrong is the job's outcome. */
export async function answerJudgingJob(
  { payload }: Job,
  judgeOtherwise: JudgeOtherwise,
): Promise<JobOutcome> {
  try {
    const changes = await judgeOtherwise(payload.settings as Settings)
    return { kind: 'done', answer: { changes } satisfies JudgingAnswer }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', code: 'NOT_JUDGED', message }
  }
}
