// The problem as the search reads it: indices instead of ids, flat numbers instead of objects.

import type { TravelTable } from '../problem.ts'

/** `[from, to, from, to, …]`; never empty. */
export type Windows = Float64Array

export interface Instance {
  readonly jobCount: number
  readonly loadCount: number
  readonly location: Int32Array
  readonly serviceS: Float64Array
  /** `job * loadCount + dimension`. */
  readonly load: Float64Array
  readonly windows: readonly Windows[]
  /** No prize, or fixed to a vehicle. */
  readonly mandatory: Uint8Array
  /** What leaving it out costs in money: zero for jobs without a prize. */
  readonly prize: Float64Array
  /** Place in its vehicle's fixed sequence; -1: none. */
  readonly headRank: Int32Array
  /** `vehicle * jobCount + job`: type, size and fixing permit it. */
  readonly allowed: Uint8Array
  readonly vehicles: readonly CompiledVehicle[]
  readonly anyWindows: boolean
}

export interface CompiledVehicle {
  /** Vehicles of one class are interchangeable while empty. */
  readonly class: number
  readonly size: number
  readonly durations: TravelTable
  readonly distances: TravelTable
  /** Money for driving, distance and time together. */
  readonly driveCost: TravelTable
  readonly start: number
  readonly end: number
  readonly capacity: Float64Array
  readonly shiftFrom: number
  readonly shiftTo: number
  /** `Infinity` where only the shift binds. */
  readonly maxDurationS: number
  readonly breaks: readonly { readonly durationS: number; readonly windows: Windows }[]
  readonly unloads: readonly {
    readonly location: number
    readonly serviceS: number
    readonly windows: Windows
  }[]
  readonly unloadAtEnd: boolean
  readonly fixedCost: number
  readonly perM: number
  readonly perS: number
}
