// What of the fleet the map draws: a point with the name of its image and its rank among neighbours.
import type { Fleet, FleetFeature, Mark } from '@bakwacht/api/contract'
import { isDamp } from '../marks/is-damp.ts'

export interface BinFeature {
  readonly type: 'Feature'
  readonly geometry: FleetFeature['geometry']
  readonly properties: {
    readonly id: string
    /** `must-87-damp`: what mark-image.ts draws. */
    readonly image: string
    readonly mark: Mark
    readonly rank: number
  }
}

export interface BinCollection {
  readonly type: 'FeatureCollection'
  readonly features: BinFeature[]
}

/** What asks for a decision lies on top of what does not. */
const RANKS: Readonly<Record<Mark, number>> = {
  retired: 0,
  fine: 1,
  unknown: 2,
  may: 3,
  must: 4,
  alarm: 5,
}

/** @param only the ids to draw; absent: all */
export function binFeatures(fleet: Fleet, only?: ReadonlySet<string>): BinCollection {
  const drawn =
    only === undefined ? fleet.features : fleet.features.filter(({ id }) => only.has(id))
  return { type: 'FeatureCollection', features: drawn.map(binFeature) }
}

const drawnBefore = new WeakMap<FleetFeature, BinFeature>()

/** The same for a container that is as it was. */
function binFeature(feature: FleetFeature): BinFeature {
  const drawn = drawnBefore.get(feature) ?? drawnFeature(feature)
  drawnBefore.set(feature, drawn)
  return drawn
}

const drawnFeature = ({ geometry, properties }: FleetFeature): BinFeature => ({
  type: 'Feature',
  geometry,
  properties: {
    id: properties.id,
    image: imageName(properties),
    mark: properties.mark,
    rank: RANKS[properties.mark],
  },
})

/** `must-87`, `fine-20-damp`, `unknown`; the level is a whole % and there where the mark shows one. */
export function imageName(bin: FleetFeature['properties']): string {
  const parts: (string | number)[] = [bin.mark]
  if (bin.fill_pct !== null && ['must', 'may', 'fine'].includes(bin.mark))
    parts.push(Math.round(Math.min(Math.max(bin.fill_pct, 0), 100)))
  if (isDamp(bin)) parts.push('damp')
  return parts.join('-')
}
