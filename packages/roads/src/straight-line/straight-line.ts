// Travel times where no map is loaded: Turf's great-circle distance, stretched to what roads make of it.
import type { LonLat } from '@bakwacht/domain'
import { distance } from '@turf/distance'
import { breather } from '../breather.ts'
import { emptyMatrix } from '../empty-matrix.ts'
import {
  assertOnEarth,
  type MatrixOptions,
  type RouteLeg,
  type TravelMatrix,
  type TravelTimes,
} from '../travel-times.ts'
import { roadEstimate } from './road-estimate.ts'

/**
 * The calibrated straight line. Symmetric; the diagonal is zero; the same for every vehicle; whole seconds and
 * metres, as roads give them. Rejects with {@link BadCoordinate}, naming the point.
 */
export function straightLine(): TravelTimes {
  return {
    kind: 'estimate',
    matrix: (points, _, options) => estimatedMatrix(points, options),
    async prepare(points) {
      assertOnEarth(points)
    },
    async route(points) {
      assertOnEarth(points)
      return points.slice(1).map((to, index) => legBetween(points[index] ?? to, to))
    },
  }
}

/** For whoever knows points and no vehicle. @throws BadCoordinate */
export async function estimatedMatrix(
  points: readonly LonLat[],
  { signal }: MatrixOptions = {},
): Promise<TravelMatrix> {
  assertOnEarth(points)
  const matrix = emptyMatrix(points.length)
  const { size, durations, distances } = matrix
  const breathe = breather(signal)
  for (let from = 0; from < size; from++) {
    fillRow(from)
    await breathe()
  }
  return matrix

  function fillRow(from: number): void {
    const a = points[from]
    for (let to = from + 1; to < size; to++) {
      const b = points[to]
      if (a === undefined || b === undefined) continue
      const { distanceM, durationS } = estimateBetween(a, b)
      distances[from * size + to] = distances[to * size + from] = distanceM
      durations[from * size + to] = durations[to * size + from] = durationS
    }
  }
}

const legBetween = (from: LonLat, to: LonLat): RouteLeg => ({
  ...estimateBetween(from, to),
  shape: [from, to],
})

function estimateBetween(from: LonLat, to: LonLat) {
  const { roadM, seconds } = roadEstimate(distance([...from], [...to], { units: 'meters' }))
  return { distanceM: Math.round(roadM), durationS: Math.round(seconds) }
}
