import type { PlanMaker } from '@bakwacht/planning'
import { type JobClientDependencies, jobClient } from './ask-job.ts'
import { planMakerElsewhere } from './plan-maker-elsewhere.ts'

/** The planner of another process, as if it were here. */
export const createPlanClient = (dependencies: JobClientDependencies): PlanMaker =>
  planMakerElsewhere(jobClient(dependencies, 'PLANNER_SILENT'))
