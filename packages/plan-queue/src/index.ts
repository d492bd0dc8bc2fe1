export { answerPlanJob } from './answer-plan-job.ts'
export { type Ask, type Asked, JobNotAnswered } from './ask-job.ts'
export { createPlanClient } from './create-plan-client.ts'
export {
  answerJudgingJob,
  createJudgingClient,
  JUDGING_JOBS,
  type JudgeOtherwise,
  judgingElsewhere,
} from './judging.ts'
export { PLAN_JOBS } from './plan-job.ts'
export { planMakerElsewhere } from './plan-maker-elsewhere.ts'
