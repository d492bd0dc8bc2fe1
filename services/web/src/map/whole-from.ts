// From which zoom on the marks of a fleet have room for their numbers.
import type { BinFeature } from './bin-features.ts'

const EARTH_M = 40_075_017
/** A tile of the map library. */
const TILE_PX = 512
/** Half of the neighbours may lie closer: marks overlap a little before they turn into dots. */
const ROOM_PX = 16
const SAMPLE = 300
const LEAST = 8
const MOST = 14

/** A whole zoom: the median distance to the nearest neighbour is then `ROOM_PX` on the screen. */
export function wholeFrom(bins: readonly BinFeature[]): number {
  const metres = medianToNearest(bins.map(({ geometry }) => geometry.coordinates))
  if (metres === undefined) return LEAST
  const latitude = bins[0]?.geometry.coordinates[1] ?? 0
  const metresPerPxAt0 = (EARTH_M * Math.cos((latitude * Math.PI) / 180)) / TILE_PX
  const zoom = Math.log2((metresPerPxAt0 * ROOM_PX) / Math.max(metres, 1))
  return Math.min(Math.max(Math.round(zoom), LEAST), MOST)
}

function medianToNearest(points: readonly (readonly number[])[]): number | undefined {
  const step = Math.max(1, Math.floor(points.length / SAMPLE))
  const fromSouth = points.toSorted(([, a = 0], [, b = 0]) => a - b)
  const nearest = fromSouth
    .flatMap((_, at) => (at % step === 0 ? [toNearest(at, fromSouth)] : []))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  return nearest[Math.floor(nearest.length / 2)]
}

const METRES_PER_DEGREE = EARTH_M / 360

/** Of the one at this index, flat: neighbours are close. Few are looked at: those as far north or south as the nearest. */
function toNearest(at: number, fromSouth: readonly (readonly number[])[]): number {
  const [lon = 0, lat = 0] = fromSouth[at] ?? []
  const narrow = Math.cos((lat * Math.PI) / 180)
  let least = Number.POSITIVE_INFINITY
  for (const step of [1, -1]) {
    for (let next = at + step; next >= 0 && next < fromSouth.length; next += step) {
      const [toLon = 0, toLat = 0] = fromSouth[next] ?? []
      if (Math.abs(toLat - lat) >= least) break
      least = Math.min(least, Math.hypot((toLon - lon) * narrow, toLat - lat))
    }
  }
  return least * METRES_PER_DEGREE
}
