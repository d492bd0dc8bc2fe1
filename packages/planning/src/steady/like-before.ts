// Which of several like vehicles drives which route is all the same to the search, but not to people.
import type { Run } from '@bakwacht/domain'
import type { Route, RoutingVehicle, Solution } from '@bakwacht/routing'
import type { DepotProblem } from '../problem/build-problem.ts'

/** The same routes, each by the one of its like vehicles that drove most of its stops in the drafts. */
export function likeBefore(
  solution: Solution,
  { vehicles, fixed, bundles }: DepotProblem,
  drafts: readonly Run[],
): Solution {
  const held = new Set(fixed.map(({ vehicleId }) => vehicleId))
  const kindOf = new Map(vehicles.map((vehicle) => [vehicle.id, kind(vehicle)]))
  const before = new Map(
    drafts.flatMap(({ vehicleId, stops }) =>
      stops.map(({ containerId }) => [containerId, vehicleId] as const),
    ),
  )
  const free = new Set(vehicles.map(({ id }) => id).filter((id) => !held.has(id)))
  const open = new Set(solution.routes.filter(({ vehicleId }) => free.has(vehicleId)))
  const driver = new Map<Route, string>()
  for (const { route, vehicleId } of overlaps()) {
    if (!open.has(route) || !free.has(vehicleId)) continue
    driver.set(route, vehicleId)
    open.delete(route)
    free.delete(vehicleId)
  }
  return {
    ...solution,
    routes: solution.routes.map((route) => ({
      ...route,
      vehicleId: driver.get(route) ?? route.vehicleId,
    })),
  }

  /** Each route with each vehicle that could drive it as well, the most stops in common first. */
  function overlaps() {
    return [...open]
      .flatMap((route) =>
        vehicles
          .filter(({ id }) => free.has(id) && kindOf.get(id) === kindOf.get(route.vehicleId))
          .map(({ id }) => ({ route, vehicleId: id, common: inCommon(route, id) })),
      )
      .toSorted(
        (a, b) =>
          b.common - a.common ||
          Number(b.route.vehicleId === b.vehicleId) - Number(a.route.vehicleId === a.vehicleId),
      )
  }

  function inCommon({ steps }: Route, vehicleId: string): number {
    return steps
      .flatMap((step) => (step.kind === 'job' ? (bundles.get(step.jobId)?.wanted ?? []) : []))
      .filter(({ container }) => before.get(container.id) === vehicleId).length
  }
}

/** All that the search knows of a vehicle but its name. */
const kind = ({ id: _, ...vehicle }: RoutingVehicle): string => JSON.stringify(vehicle)
