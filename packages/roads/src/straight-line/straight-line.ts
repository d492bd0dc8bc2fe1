// Travel times where no map is loaded: Turf's great-circle distance, stretched to what roads make of it.
import { distance } from '@turf/distance'
import type { LonLat, TravelMatrix, TravelTimes } from '../travel-times.ts'
import { roadEstimate } from './road-estimate.ts'

/** A coordinate that is not on Earth. */
export class BadCoordinate extends Error {
  readonly code = 'BAD_COORDINATE'
  readonly index: number

  constructor(index: number, got: LonLat) {
    super(`point ${index}: got [${got.join(', ')}], expected [longitude -180…180, latitude -90…90]`)
    this.index = index
  }
}

/**
 * The calibrated straight line. Symmetric; the diagonal is zero; the same for every vehicle type.
 * `matrix` rejects with {@link BadCoordinate}, naming the point.
 */
export function straightLine(): TravelTimes {
  return {
    kind: 'estimate',
    async matrix(points) {
      points.forEach(assertOnEarth)
      return estimateMatrix(points)
    },
  }
}

function estimateMatrix(points: readonly LonLat[]): TravelMatrix {
  const size = points.length
  const durations = new Float64Array(size * size)
  const distances = new Float64Array(size * size)
  // Turf asks for mutable pairs and reads them only.
  const pairs = points.map(([lon, lat]) => [lon, lat])
  for (const [from, a] of pairs.entries()) {
    for (const [offset, b] of pairs.slice(from + 1).entries()) {
      const to = from + 1 + offset
      const { roadM, seconds } = roadEstimate(distance(a, b, { units: 'meters' }))
      distances[from * size + to] = distances[to * size + from] = roadM
      durations[from * size + to] = durations[to * size + from] = seconds
    }
  }
  return { size, durations, distances }
}

function assertOnEarth(point: LonLat, index: number): void {
  const [lon, lat] = point
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new BadCoordinate(index, point)
}
