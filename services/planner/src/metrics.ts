import { addCounterMetrics, type Metrics } from '@bakwacht/runtime'
import type { Planner } from './service.ts'

/** `bakwacht_planner_plans_made_total` and its like. */
export const addPlannerMetrics = (metrics: Metrics, planner: Pick<Planner, 'counters'>) =>
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_planner',
    about: 'Planner',
    read: () => ({ ...planner.counters }),
  })
