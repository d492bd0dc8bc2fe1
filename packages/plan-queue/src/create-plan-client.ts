// A plan maker that works elsewhere: each call becomes a job, its outcome the answer.
import { type PlanMaker, PlanOpRefused } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { type JobClientDependencies, JobNotAnswered, jobClient } from './ask-job.ts'
import {
  CHANGE,
  type ChangeJob,
  MAKE,
  type MakeJob,
  type PlanAnswer,
  TRY,
  type TryJob,
} from './plan-job.ts'

/** The planner of another process, as if it were here. */
export function createPlanClient(dependencies: JobClientDependencies): PlanMaker {
  const ask = jobClient<PlanAnswer>(dependencies, 'PLANNER_SILENT')
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
}

function refusalOf(answer: PlanAnswer): Error {
  if (answer.kind === 'refused') return new PlanOpRefused(answer.op, answer.why)
  if (answer.kind === 'conflict') return new VersionConflict(answer.expected, answer.got)
  return new JobNotAnswered('WRONG_ANSWER', `the planner answered ${answer.kind}`)
}
