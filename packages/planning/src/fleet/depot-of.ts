import type { Container, Depot, LonLat } from '@bakwacht/domain'

/** The depot whose vehicles serve the container: its own, the only one, or the nearest. */
export function depotOf(container: Container, depots: readonly Depot[]): Depot | undefined {
  const own = depots.find(({ id }) => id === container.depotId)
  if (own !== undefined) return own
  return depots.toSorted(
    (a, b) => apart(container.location, a.location) - apart(container.location, b.location),
  )[0]
}

/** Squared, on a plane that fits the latitude: enough to say which is nearer. */
function apart([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const east = (lonA - lonB) * Math.cos((latA * Math.PI) / 180)
  return east * east + (latA - latB) ** 2
}
