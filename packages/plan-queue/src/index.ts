export { answerPlanJob } from './answer-plan-job.ts'
export { createPlanClient, PlanNotAnswered } from './create-plan-client.ts'
