// Finds the travel times of all containers beforehand, so that no plan has to wait for them.
import { depotOf, distinctSizes, placeOf } from '@bakwacht/planning'
import type { Registry } from '@bakwacht/registry'
import type { Roads } from '@bakwacht/roads'

/** Depot by depot: each one's containers among themselves, for each size of its vehicles. @throws RoadsUnavailable */
export async function prepareRoads({
  registry,
  roads,
}: {
  readonly registry: Registry
  readonly roads: Roads
}): Promise<void> {
  const travelTimes = await roads.current()
  if (travelTimes.kind === 'estimate') return
  const [all, vehicles, containers, sites] = await Promise.all([
    registry.depots.all(),
    registry.vehicles.all(),
    registry.containers.all(),
    registry.sites.all(),
  ])
  const depots = all.filter(({ active }) => active)
  const siteById = new Map(sites.map((site) => [site.id, site]))
  const inUse = containers.filter(({ active }) => active)
  const served = Map.groupBy(inUse, (container) => depotOf(container, depots)?.id)
  for (const depot of depots) {
    const places = (served.get(depot.id) ?? []).map((container) =>
      placeOf(container, siteById.get(container.siteId ?? '')),
    )
    const own = vehicles.filter(({ active, depotId }) => active && depotId === depot.id)
    const distinct = new Map([depot.location, ...places].map((place) => [String(place), place]))
    for (const size of distinctSizes(own)) await travelTimes.prepare([...distinct.values()], size)
  }
}
