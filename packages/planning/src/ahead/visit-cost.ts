// What a visit costs before any tour is known.
import type { Bin } from '../selection/bin.ts'
import { DEPOT, pointOf, ROAD_KM_PER_HOUR, roadKm } from './plane.ts'

/** What one more adds to a tour that is made anyway, kilometres; what did best over simulated seasons. */
export const USUAL_DETOUR_KM = 2.5

/** Euro: a detour of so many kilometres, and the minutes there. */
export const visitCost = ({ container, fleet }: Bin, km: number): number =>
  km * fleet.perKm + (km / ROAD_KM_PER_HOUR + container.serviceMin / 60) * fleet.perHour

/** Euro: from the depot and back for this one alone, on a day on which its vehicle goes out anyway. */
export function ownTripCost(bin: Bin): number {
  const { depot, place } = bin
  const km = depot === undefined ? 0 : 2 * roadKm(DEPOT, pointOf(place, depot.location))
  return visitCost(bin, Math.max(km, USUAL_DETOUR_KM))
}
