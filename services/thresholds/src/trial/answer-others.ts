// Judging for other processes, as they ask through the registry.
import { setTimeout as pause } from 'node:timers/promises'
import { MINUTE_MS } from '@bakwacht/domain'
import { answerJudgingJob, JUDGING_JOBS, type JudgeOtherwise } from '@bakwacht/plan-queue'
import type { Registry } from '@bakwacht/registry'
import type { Log } from '@bakwacht/runtime'

const LOOK_EVERY_MS = 300
/** A job claimed longer ago was claimed by a process that is no more. */
const STALE_MS = 10 * MINUTE_MS

interface AnsweringDependencies {
  readonly jobs: Registry['jobs']
  readonly judgeOtherwise: JudgeOtherwise
  readonly clock: () => number
  readonly log: Pick<Log, 'error'>
}

/** One job after the other, until it is stopped: that resolves when the job under way has its answer. */
export function answerOthers({ jobs, judgeOtherwise, clock, log }: AnsweringDependencies) {
  const ending = new AbortController()
  const { signal } = ending
  const answering = (async () => {
    while (!signal.aborted) {
      await answerAll().catch((err: unknown) => log.error({ err }, 'nobody was answered'))
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop(): Promise<void> {
      ending.abort()
      await answering
    },
  }

  async function answerAll(): Promise<void> {
    while (!signal.aborted) {
      const job = await jobs.claim(JUDGING_JOBS, clock(), STALE_MS)
      if (job === undefined) return
      await jobs.finish(job.id, await answerJudgingJob(job, judgeOtherwise), clock())
    }
  }
}
