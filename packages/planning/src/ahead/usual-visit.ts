// What one visit more costs on a tour that is made anyway.
import type { Bin } from '../selection/bin.ts'
import { ROAD_KM_PER_HOUR } from './plane.ts'

/** What a visit adds to a tour that is made anyway, kilometres; what did best over simulated seasons. */
export const USUAL_DETOUR_KM = 2.5

/** Euro: a detour of so many kilometres, and the minutes there. */
export const visitCost = ({ container, fleet }: Bin, km: number): number =>
  km * fleet.perKm + (km / ROAD_KM_PER_HOUR + container.serviceMin / 60) * fleet.perHour
