import type { LonLat, Vehicle, VehicleSize } from '@bakwacht/domain'
import type { TravelMatrix } from '@bakwacht/routing'
import { sizeIndex } from '../fleet/sizes.ts'

export interface Leg {
  readonly distanceM: number
  /** `Infinity`: this vehicle cannot get there. */
  readonly durationS: number
}

/** How far one place is from another for a vehicle. */
export type Legs = (from: LonLat, to: LonLat, vehicle: Vehicle) => Leg

/**
 * Looks legs up in matrices over `points`, one matrix for each size of vehicle.
 * @throws RangeError for a place or a size that the matrices do not have
 */
export function legsIn(
  points: readonly LonLat[],
  vehicleSizes: readonly VehicleSize[],
  matrices: readonly TravelMatrix[],
): Legs {
  const indexes = new Map(points.map((point, index) => [String(point), index]))
  return (from, to, vehicle) => {
    const matrix = matrices[sizeIndex(vehicleSizes, vehicle)]
    const cell =
      (indexes.get(String(from)) ?? Number.NaN) * (matrix?.size ?? 0) +
      (indexes.get(String(to)) ?? Number.NaN)
    const distanceM = matrix?.distances[cell]
    const durationS = matrix?.durations[cell]
    if (distanceM === undefined || durationS === undefined)
      throw new RangeError(`no travel time from ${from} to ${to} for ${vehicle.name}`)
    return { distanceM, durationS }
  }
}
