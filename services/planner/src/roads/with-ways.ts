// Each run's way on roads, stored with it: a driver's map shows the same when the map is gone later.
import { encodePolyline, type LonLat, type Run, sizeOf } from '@bakwacht/domain'
import { placeOf, type Snapshot } from '@bakwacht/planning'
import { NoWay, RoadsUnavailable, type TravelTimes } from '@bakwacht/roads'
import type { PlannerDependencies } from '../planner-dependencies.ts'

type Ground = Pick<Snapshot, 'depots' | 'vehicles' | 'containers' | 'sites'>

/**
 * The runs with their ways; one that goes where it went `before` keeps what it had. Estimated times have none. A way
 * that cannot be drawn is left straight: the times stay true.
 */
export async function withWays(
  runs: readonly Run[],
  before: readonly Run[],
  ground: Ground,
  travelTimes: TravelTimes,
  log: PlannerDependencies['log'],
): Promise<readonly Run[]> {
  const done: Run[] = []
  for (const run of runs) {
    const old = before.find(({ id }) => id === run.id)
    if (old !== undefined && itinerary(old) === itinerary(run)) done.push(run)
    else if (travelTimes.kind === 'estimate') done.push(withoutWay(run))
    else done.push({ ...run, way: await wayOf(run, ground, travelTimes, log) })
  }
  return done
}

const itinerary = ({ vehicleId, stops }: Run): string =>
  JSON.stringify([vehicleId, stops.map(({ kind, containerId }) => containerId ?? kind)])

function withoutWay({ way: _, ...run }: Run): Run {
  return run
}

async function wayOf(
  run: Run,
  ground: Ground,
  travelTimes: TravelTimes,
  log: PlannerDependencies['log'],
): Promise<readonly string[]> {
  const places = placesOf(run, ground)
  const moves = places.map((place, index) => index > 0 && !isSame(place, places[index - 1]))
  const vehicle = ground.vehicles.find(({ id }) => id === run.vehicleId)
  if (vehicle === undefined) throw new Error(`run ${run.id} has no vehicle ${run.vehicleId}`)
  try {
    const visited = places.filter((_, index) => index === 0 || moves[index])
    const legs = [...(await travelTimes.route(visited, sizeOf(vehicle)))]
    return moves.slice(1).map((drives) => (drives ? encodePolyline(legs.shift()?.shape ?? []) : ''))
  } catch (err) {
    if (!(err instanceof NoWay || err instanceof RoadsUnavailable)) throw err
    log.warn({ err, runId: run.id }, 'the run’s way is drawn straight')
    return moves.slice(1).map(() => '')
  }
}

/** Depot, every stop, depot: where the vehicle stops, which for a site's containers is the site. */
function placesOf({ depotId, stops }: Run, { depots, containers, sites }: Ground): LonLat[] {
  const home = depots.find(({ id }) => id === depotId)?.location
  if (home === undefined) throw new Error(`there is no depot ${depotId}`)
  const visited = stops.map(({ containerId, location }) => {
    const container = containers.find(({ id }) => id === containerId)
    const site = sites.find(({ id }) => id === container?.siteId)
    return container === undefined ? location : placeOf(container, site)
  })
  return [home, ...visited, home]
}

const isSame = ([lon, lat]: LonLat, other: LonLat | undefined): boolean =>
  lon === other?.[0] && lat === other[1]
