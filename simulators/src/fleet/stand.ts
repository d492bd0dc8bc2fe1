// Where the bins stand: alone, or two and three together on a site.
import { chance, type Random } from '../world/random.ts'
import type { SitePlan } from './fleet-plan.ts'
import { type Place, placesOf } from './region.ts'

export interface Stand extends Place {
  readonly siteId?: string
}

const SHARED = 0.08
const METRES_APART = 0.00004

export function stands(
  count: number,
  random: Random,
): { readonly stands: readonly Stand[]; readonly sites: readonly SitePlan[] } {
  const nextPlace = placesOf(random)
  const made: Stand[] = []
  const sites: SitePlan[] = []
  while (made.length < count) {
    const place = nextPlace()
    const bins = Math.min(
      count - made.length,
      chance(random, SHARED) ? 2 + Math.round(random()) : 1,
    )
    if (bins === 1) {
      made.push(place)
      continue
    }
    const siteId = `site-${String(sites.length + 1).padStart(2, '0')}`
    sites.push({ id: siteId, name: place.name, location: place.location })
    for (let bin = 0; bin < bins; bin++) {
      const [lon, lat] = place.location
      made.push({
        ...place,
        name: `${place.name} (${'ABC'[bin]})`,
        location: [Math.round((lon + bin * METRES_APART) * 1e5) / 1e5, lat],
        siteId,
      })
    }
  }
  return { stands: made, sites }
}
