// A solution names everything by id, with times, so that it can be checked and driven as it stands.
// Trips are counted from 1; an unload visit ends the trip that it belongs to.

export type RouteStep =
  | {
      readonly kind: 'start' | 'end'
      readonly location: number
      readonly arrival: number
      readonly departure: number
    }
  | {
      readonly kind: 'job'
      readonly jobId: string
      readonly location: number
      readonly arrival: number
      readonly begin: number
      readonly departure: number
      readonly trip: number
    }
  | {
      readonly kind: 'unload'
      readonly place: number
      readonly location: number
      readonly arrival: number
      readonly begin: number
      readonly departure: number
      readonly trip: number
    }
  | {
      readonly kind: 'break'
      readonly location: number
      readonly arrival: number
      readonly begin: number
      readonly departure: number
    }

export interface Route {
  readonly vehicleId: string
  readonly steps: readonly RouteStep[]
  readonly distanceM: number
  /** From departure to return. */
  readonly durationS: number
  readonly cost: number
}

/**
 * Why a job is not served, the first that holds: there are no vehicles, none of its type, none large
 * enough, none that can serve it even alone; then there is no room beside the others (`no_room`), or
 * there is and its prize does not pay for it (`not_worth_detour`, optional jobs alone).
 */
export type UnservedReason =
  | 'not_worth_detour'
  | 'no_room'
  | 'no_vehicle_type'
  | 'too_large_for_any_vehicle'
  | 'unreachable_in_time'
  | 'no_vehicles'

export interface Unserved {
  readonly jobId: string
  readonly reason: UnservedReason
}

export interface Solution {
  readonly routes: readonly Route[]
  readonly unserved: readonly Unserved[]
  /** Routes' costs plus the prizes of optional jobs left out. */
  readonly cost: number
  readonly iterations: number
  readonly seconds: number
  readonly seed: number
}

export interface SolveOptions {
  /** Any integer. */
  readonly seed: number
  /** Ends at whichever comes first; with `iterations` alone the answer is the same to the bit. */
  readonly seconds?: number
  readonly iterations?: number
  /** Milliseconds from any zero; given in by the caller, so that the search reads no clock itself. */
  readonly clock: () => number
  readonly cancelled?: () => boolean
  readonly onProgress?: (progress: { readonly share: number; readonly bestCost: number }) => void
}
