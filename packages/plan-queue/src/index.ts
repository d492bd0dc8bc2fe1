export { answerPlanJob } from './answer-plan-job.ts'
export { JobNotAnswered } from './ask-job.ts'
export { createPlanClient } from './create-plan-client.ts'
export {
  answerJudgingJob,
  createJudgingClient,
  JUDGING_JOBS,
  type JudgeOtherwise,
} from './judging.ts'
export { PLAN_JOBS } from './plan-job.ts'
