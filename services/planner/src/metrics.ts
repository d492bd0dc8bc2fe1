import type { ConfiguredRoads } from '@bakwacht/roads'
import { addCounterMetrics, type Metrics } from '@bakwacht/runtime'
import type { Planner } from './service.ts'

/** Since start: of the planner, and of the roads that it asks. */
export interface PlannerTotals {
  readonly planner: Planner['counters']
  readonly roads: ConfiguredRoads['counters']
}

/**
 * `bakwacht_planner_plans_made_total`, `bakwacht_roads_pairs_total` and their like.
 * @param read asked anew at each scrape
 */
export function addPlannerMetrics(metrics: Metrics, read: () => PlannerTotals): void {
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_planner',
    about: 'Planner',
    read: () => ({ ...read().planner }),
  })
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_roads',
    about: 'Road times asked of Valhalla',
    read: () => ({ ...read().roads }),
  })
}
