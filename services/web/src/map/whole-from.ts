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
  const nearest = points
    .filter((_, at) => at % step === 0)
    .map((from) => Math.min(...points.map((to) => (to === from ? Infinity : metres(from, to)))))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  return nearest[Math.floor(nearest.length / 2)]
}

const METRES_PER_DEGREE = EARTH_M / 360

/** Flat: neighbours are close. */
const metres = ([lonA = 0, latA = 0]: readonly number[], [lonB = 0, latB = 0]: readonly number[]) =>
  Math.hypot((lonB - lonA) * Math.cos((latA * Math.PI) / 180), latB - latA) * METRES_PER_DEGREE
