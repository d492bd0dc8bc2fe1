import type { ConfiguredRoads } from '@bakwacht/roads'
import { addCounterMetrics, type Metrics } from '@bakwacht/runtime'
import type { Planner } from './service.ts'

/** `bakwacht_planner_plans_made_total`, `bakwacht_roads_pairs_total` and their like. */
export function addPlannerMetrics(
  metrics: Metrics,
  planner: Pick<Planner, 'counters'>,
  roads: Pick<ConfiguredRoads, 'counters'>,
): void {
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_planner',
    about: 'Planner',
    read: () => ({ ...planner.counters }),
  })
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_roads',
    about: 'Road times asked of Valhalla',
    read: () => ({ ...roads.counters }),
  })
}
