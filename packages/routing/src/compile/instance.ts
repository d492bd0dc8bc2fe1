// The problem as the search reads it: indices instead of ids, flat numbers instead of objects.
// A visit is a job (below `jobCount`) or an unload place of one vehicle class (from `jobCount` on).
import type { TravelMatrix } from '../problem.ts'
import type { SearchTable } from './compile-matrices.ts'

/** `[from, to, from, to, …]`; never empty. */
export type Windows = Float64Array

export interface Instance {
  readonly jobCount: number
  readonly loadCount: number
  /** Where in the given matrices; by visit, as are the next five. */
  readonly location: Int32Array
  /** Where in the search's own tables. */
  readonly site: Int32Array
  readonly serviceS: Float64Array
  readonly windows: readonly Windows[]
  /** When its first window opens, when its last one closes. */
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** `job * loadCount + dimension`. */
  readonly load: Float64Array
  readonly releaseS: Float64Array
  /** No prize, or fixed to a vehicle. */
  readonly mandatory: Uint8Array
  /** What leaving it out costs in money: zero for jobs without a prize. */
  readonly prize: Float64Array
  /** Place in its vehicle's fixed sequence; -1: none. */
  readonly headRank: Int32Array
  /** `class * jobCount + job`: type, size and fixing permit it. */
  readonly allowed: Uint8Array
  readonly classes: readonly VehicleClass[]
  /** By vehicle. */
  readonly classOf: Int32Array
  readonly anyWindows: boolean
  readonly anyReleases: boolean
  readonly anyUnloads: boolean
  readonly clock: Clock
}

/**
 * What the search has to know of time. `none`: no route can be too late or wait. `finish`: only when a
 * vehicle can be where. `duration`: also how long it is out, since that costs, is limited or is
 * interrupted by breaks, or since trips wait for releases.
 */
export type Clock = 'none' | 'finish' | 'duration'

/** Vehicles of one class are interchangeable while empty. */
export interface VehicleClass {
  readonly index: number
  /** Over locations, with start and end. */
  readonly given: TravelMatrix
  readonly start: number
  readonly end: number
  /** Over sites, `from * size + to`; those named To: `to * size + from`. */
  readonly size: number
  readonly durations: SearchTable
  readonly durationsTo: SearchTable
  /** Money for driving, distance and time together. */
  readonly driveCost: SearchTable
  readonly driveCostTo: SearchTable
  readonly startSite: number
  readonly endSite: number
  /** Nothing where what is picked up must be unloaded but cannot. */
  readonly capacity: Float64Array
  readonly shiftFrom: number
  readonly shiftTo: number
  /** `Infinity` where only the shift binds, as for driving. */
  readonly maxDurationS: number
  readonly maxDriveS: number
  readonly breaks: readonly { readonly durationS: number; readonly windows: Windows }[]
  /** Its first unload place as a visit, and how many it has. */
  readonly firstUnload: number
  readonly unloadCount: number
  readonly unloadAtEnd: boolean
  readonly fixedCost: number
  readonly perM: number
  readonly perS: number
  /** Some of its jobs have to lead its route. */
  readonly hasHead: boolean
}
