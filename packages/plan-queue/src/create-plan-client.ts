// A plan maker that works elsewhere: each call becomes a job, its outcome the answer.
import { setTimeout as pause } from 'node:timers/promises'
import { type PlanMaker, PlanOpRefused } from '@bakwacht/planning'
import { type Registry, VersionConflict } from '@bakwacht/registry'
import {
  CHANGE,
  type ChangeJob,
  MAKE,
  type MakeJob,
  type PlanAnswer,
  TRY,
  type TryJob,
} from './plan-job.ts'

/** The planner failed, or did not answer in time: then the job may still be done later. */
export class PlanNotAnswered extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export interface PlanClientDependencies {
  readonly jobs: Registry['jobs']
  readonly clock: () => number
  /** How often to look for the outcome. */
  readonly pollMs?: number
  /** How long to wait for it. */
  readonly patienceMs?: number
  /** Ends all waiting; what was asked for is done all the same. */
  readonly signal?: AbortSignal
}

/** The planner of another process, as if it were here. */
export function createPlanClient({
  jobs,
  clock,
  pollMs = 200,
  patienceMs = 5 * 60_000,
  signal,
}: PlanClientDependencies): PlanMaker {
  return {
    async make({ date, depotId }) {
      const answer = await ask(MAKE, { date, depotId } satisfies MakeJob)
      if (answer.kind !== 'made') throw refusalOf(answer)
      return answer.planned
    },

    async change(planId, ops, expectedVersion, dryRun) {
      const asked: ChangeJob = { planId, ops, expectedVersion, dryRun }
      const answer = await ask(CHANGE, { ...asked })
      if (answer.kind !== 'changed') throw refusalOf(answer)
      return { planned: answer.planned, delta: answer.delta }
    },

    async trySettings(request, gone) {
      const answer = await ask(TRY, { ...request } satisfies TryJob, gone)
      if (answer.kind !== 'tried') throw refusalOf(answer)
      return answer.trial
    },
  }

  async function ask(
    kind: string,
    payload: Readonly<Record<string, unknown>>,
    gone?: AbortSignal,
  ): Promise<PlanAnswer> {
    const ending = AbortSignal.any([signal, gone].filter((one) => one !== undefined))
    const id = await jobs.submit(kind, payload, clock())
    for (let waited = 0; waited < patienceMs; waited += pollMs) {
      const outcome = await jobs.outcome(id)
      if (outcome?.kind === 'done') return outcome.answer as unknown as PlanAnswer
      if (outcome !== undefined) throw new PlanNotAnswered(outcome.code, outcome.message)
      if (gone?.aborted) {
        // A planner that has not begun it never will; what one has begun, it ends, and nobody hears of it.
        await jobs.finish(id, { kind: 'failed', ...WITHDRAWN }, clock())
        throw new PlanNotAnswered(WITHDRAWN.code, WITHDRAWN.message)
      }
      if (signal?.aborted)
        throw new PlanNotAnswered('STOPPED_WAITING', 'stopped while the planner was at work')
      await pause(pollMs, undefined, { signal: ending }).catch(() => {})
    }
    throw new PlanNotAnswered(
      'PLANNER_SILENT',
      `no planner has answered within ${patienceMs / 1000} s`,
    )
  }
}

const WITHDRAWN = { code: 'WITHDRAWN', message: 'nobody waits for it any more' }

function refusalOf(answer: PlanAnswer): Error {
  if (answer.kind === 'refused') return new PlanOpRefused(answer.op, answer.why)
  if (answer.kind === 'conflict') return new VersionConflict(answer.expected, answer.got)
  return new PlanNotAnswered('WRONG_ANSWER', `the planner answered ${answer.kind}`)
}
