// A job as a call: submitted, and its outcome waited for.
import { setTimeout as pause } from 'node:timers/promises'
import type { Job, JobOutcome, Registry } from '@bakwacht/registry'

/** Who does such jobs failed, or did not answer in time: one that is begun by then is done all the same. */
export class JobNotAnswered extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** What is to be done, wherever that is. */
export type Asked = Omit<Job, 'id'>

/**
 * Has it done by somebody else.
 * @param gone nobody waits for the outcome any more
 */
export type Ask = (asked: Asked, gone?: AbortSignal) => Promise<JobOutcome>

/** The answer that was wanted. @throws JobNotAnswered */
export function answerIn<Answer>(outcome: JobOutcome): Answer {
  if (outcome.kind === 'failed') throw new JobNotAnswered(outcome.code, outcome.message)
  return outcome.answer as unknown as Answer
}

export interface JobClientDependencies {
  readonly jobs: Registry['jobs']
  readonly clock: () => number
  /** How often to look for the outcome. */
  readonly pollMs?: number
  /** How long to wait for it. */
  readonly patienceMs?: number
  /** Ends all waiting; what was asked for is done all the same. */
  readonly signal?: AbortSignal
}

/**
 * Asks other processes through the registry.
 * @param silence the code of the fault when nobody answers
 */
export function jobClient(
  { jobs, clock, pollMs = 200, patienceMs = 5 * 60_000, signal }: JobClientDependencies,
  silence: string,
): Ask {
  /** Who has not begun it never will; what one has begun, it ends, and nobody hears of it. */
  const withdraw = (id: string) => jobs.finish(id, { kind: 'failed', ...WITHDRAWN }, clock())

  return async ({ kind, payload }, gone) => {
    const ending = AbortSignal.any([signal, gone].filter((one) => one !== undefined))
    const id = await jobs.submit(kind, payload, clock())
    for (let waited = 0; waited < patienceMs; waited += pollMs) {
      const outcome = await jobs.outcome(id)
      if (outcome !== undefined) return outcome
      if (gone?.aborted) {
        await withdraw(id)
        throw new JobNotAnswered(WITHDRAWN.code, WITHDRAWN.message)
      }
      if (signal?.aborted)
        throw new JobNotAnswered('STOPPED_WAITING', 'stopped while another process was at work')
      await pause(pollMs, undefined, { signal: ending }).catch(() => {})
    }
    await withdraw(id)
    throw new JobNotAnswered(
      silence,
      `no process has answered ${kind} within ${patienceMs / 1000} s`,
    )
  }
}

const WITHDRAWN = { code: 'WITHDRAWN', message: 'nobody waits for it any more' }
