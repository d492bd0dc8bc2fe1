// Roads before any is known: places on a plane around the depot, crows' ways made longer.
import type { LonLat } from '@bakwacht/domain'

/** Of a usual leg between street containers: 2–5 km as the crow flies (measured on real roads). */
const ROAD_PER_CROW = 1.45
export const ROAD_KM_PER_HOUR = 35

const KM_PER_DEGREE = 111.32

/** Kilometres east and north of the depot, as the crow flies. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const DEPOT: Point = { x: 0, y: 0 }

export const pointOf = ([lon, lat]: LonLat, [lon0, lat0]: LonLat): Point => ({
  x: (lon - lon0) * KM_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180),
  y: (lat - lat0) * KM_PER_DEGREE,
})

/** Kilometres of road between them. */
export function roadKm(a: Point, b: Point): number {
  const [east, north] = [a.x - b.x, a.y - b.y]
  return Math.sqrt(east * east + north * north) * ROAD_PER_CROW
}
