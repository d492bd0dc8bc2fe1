// Which containers stand close enough to share the weather.
import type { Container } from './container.ts'

/** So many of the nearest are enough for a median, and keep the work for a dense city bounded. */
const MOST = 20
const KM_PER_DEG = 111.195
const RAD = Math.PI / 180

/** For each active container the ids of its nearest active others within `withinKm`, nearest first. */
export function neighboursOf(
  containers: readonly Pick<Container, 'id' | 'location' | 'active'>[],
  withinKm: number,
): ReadonlyMap<string, readonly string[]> {
  const places = containers
    .filter(({ active }) => active)
    .map(({ id, location: [lon, lat] }) => ({ id, lon, lat, cos: Math.cos(lat * RAD) }))
    .sort((a, b) => a.lat - b.lat || (a.id < b.id ? -1 : 1))
  const degrees = withinKm / KM_PER_DEG
  return new Map(places.map((place, index) => [place.id, nearest(place, index)]))

  function nearest(place: (typeof places)[number], index: number): string[] {
    const found: { id: string; km: number }[] = []
    let worst = withinKm
    for (const step of [-1, 1])
      for (let at = index + step; at >= 0 && at < places.length; at += step) {
        const other = places[at]
        if (
          other === undefined ||
          Math.abs(other.lat - place.lat) > Math.min(degrees, worst / KM_PER_DEG)
        )
          break
        const x = (other.lon - place.lon) * (other.cos + place.cos) * 0.5
        const km = KM_PER_DEG * Math.hypot(x, other.lat - place.lat)
        if (km > worst || (km === worst && found.length >= MOST)) continue
        insert(found, { id: other.id, km })
        if (found.length > MOST) found.pop()
        if (found.length === MOST) worst = found.at(-1)?.km ?? worst
      }
    return found.map(({ id }) => id)
  }
}

function insert(found: { id: string; km: number }[], next: { id: string; km: number }): void {
  let at = found.length
  while (at > 0 && nearer(next, found[at - 1])) at--
  found.splice(at, 0, next)
}

const nearer = (
  a: { readonly id: string; readonly km: number },
  b: { readonly id: string; readonly km: number } | undefined,
): boolean => b !== undefined && (a.km < b.km || (a.km === b.km && a.id < b.id))
