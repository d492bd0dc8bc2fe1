// A plan maker in another thread or process: each call is asked of it in the words of plan-job.ts.
import { type PlanMaker, PlanOpRefused } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { type Ask, answerIn, JobNotAnswered } from './ask-job.ts'
import {
  CHANGE,
  type ChangeJob,
  MAKE,
  type MakeJob,
  type PlanAnswer,
  TRY,
  type TryJob,
} from './plan-job.ts'

/** That plan maker, as if it were here: it refuses as it does there; its faults are JobNotAnswered. */
export function planMakerElsewhere(ask: Ask): PlanMaker {
  return {
    async make({ date, depotId }) {
      const payload = { date, depotId } satisfies MakeJob
      const answer = answerIn<PlanAnswer>(await ask({ kind: MAKE, payload }))
      if (answer.kind !== 'made') throw refusalOf(answer)
      return answer.planId
    },

    async change(planId, ops, expectedVersion, dryRun) {
      const payload = { planId, ops, expectedVersion, dryRun } satisfies ChangeJob
      const answer = answerIn<PlanAnswer>(await ask({ kind: CHANGE, payload }))
      if (answer.kind !== 'changed') throw refusalOf(answer)
      return { planned: answer.planned, delta: answer.delta }
    },

    async trySettings(request, gone) {
      const payload = { ...request } satisfies TryJob
      const answer = answerIn<PlanAnswer>(await ask({ kind: TRY, payload }, gone))
      if (answer.kind !== 'tried') throw refusalOf(answer)
      return answer.trial
    },
  }
}

function refusalOf(answer: PlanAnswer): Error {
  if (answer.kind === 'refused') return new PlanOpRefused(answer.op, answer.why)
  if (answer.kind === 'conflict') return new VersionConflict(answer.expected, answer.got)
  return new JobNotAnswered('WRONG_ANSWER', `the planner answered ${answer.kind}`)
}
