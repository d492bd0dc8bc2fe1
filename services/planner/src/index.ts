export { addPlannerMetrics } from './metrics.ts'
export { createPlannerOnThread, type PlannerOnThread } from './thread/planner-on-thread.ts'
