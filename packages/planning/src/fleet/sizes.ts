// Vehicles of one size share their travel times, whatever they are called.
import { sizeOf, type Vehicle, type VehicleSize } from '@bakwacht/domain'

/** Each size once, in the order of first mention. */
export function distinctSizes(vehicles: readonly Vehicle[]): readonly VehicleSize[] {
  return [...new Map(vehicles.map((vehicle) => [keyOf(vehicle), sizeOf(vehicle)])).values()]
}

/** Where the vehicle's size stands among these; -1: nowhere. */
export function sizeIndex(sizes: readonly VehicleSize[], vehicle: Vehicle): number {
  const wanted = keyOf(vehicle)
  return sizes.findIndex((size) => JSON.stringify(size) === wanted)
}

const keyOf = (vehicle: Vehicle): string => JSON.stringify(sizeOf(vehicle))
