import {
  distinctSizes,
  type Legs,
  legsIn,
  type PlanOp,
  type PlanWithRuns,
  placeOf,
  type Snapshot,
} from '@bakwacht/planning'
import type { TravelTimes } from '@bakwacht/roads'
import type { PlannerDependencies } from '../planner-dependencies.ts'
import { matricesFor } from '../roads/matrices-for.ts'

/** Travel times between all places that the plan's runs and the ops name, for every vehicle type. */
export async function legsFor(
  { runs }: Pick<PlanWithRuns, 'runs'>,
  ops: readonly PlanOp[],
  { depots, containers, sites, vehicles }: Snapshot,
  travelTimes: TravelTimes,
  dependencies: Pick<PlannerDependencies, 'log' | 'clock'>,
): Promise<Legs> {
  const named = new Set([
    ...runs.flatMap(({ stops }) => stops.flatMap(({ containerId }) => containerId ?? [])),
    ...ops.flatMap((op) => (op.op === 'add' ? [op.containerId] : [])),
  ])
  const places = [
    ...depots.map(({ location }) => location),
    ...containers
      .filter(({ id }) => named.has(id))
      .map((container) =>
        placeOf(
          container,
          sites.find(({ id }) => id === container.siteId),
        ),
      ),
  ]
  const points = [...new Map(places.map((place) => [String(place), place])).values()]
  const sizes = distinctSizes(vehicles)
  const matrices = await matricesFor(points, sizes, travelTimes, dependencies)
  return legsIn(points, sizes, matrices)
}
