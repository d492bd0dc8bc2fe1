import type { LonLat } from '@bakwacht/domain'
import type { TravelMatrix } from '@bakwacht/routing'

export interface Leg {
  readonly distanceM: number
  readonly durationS: number
}

/** How far one place is from another for a type of vehicle. */
export type Legs = (from: LonLat, to: LonLat, vehicleType: string) => Leg

/**
 * Looks legs up in matrices over `points`, one matrix for each vehicle type.
 * @throws RangeError for a place or type that the matrices do not have
 */
export function legsIn(
  points: readonly LonLat[],
  vehicleTypes: readonly string[],
  matrices: readonly TravelMatrix[],
): Legs {
  const indexes = new Map(points.map((point, index) => [String(point), index]))
  return (from, to, vehicleType) => {
    const matrix = matrices[vehicleTypes.indexOf(vehicleType)]
    const cell =
      (indexes.get(String(from)) ?? Number.NaN) * (matrix?.size ?? 0) +
      (indexes.get(String(to)) ?? Number.NaN)
    const distanceM = matrix?.distances[cell]
    const durationS = matrix?.durations[cell]
    if (distanceM === undefined || durationS === undefined)
      throw new RangeError(`no travel time from ${from} to ${to} for a ${vehicleType}`)
    return { distanceM, durationS }
  }
}
