// The routing problem: which stops, served by which vehicles, in which order, at least cost.
// Knows no bins and no clocks: seconds from any common zero, metres, and money in any one unit.

/** Integers, or numbers that need no more than 24 bits, take half the memory and search faster. */
export type TravelTable = Float64Array | Float32Array | Int32Array

/**
 * Square matrices, row-major `from * size + to`; need not be symmetric; zero on the diagonal.
 * `Infinity`: there is no way. The search is at its best where no detour is shorter than the direct way.
 * Both may be one and the same array. Neither is copied without need.
 */
export interface TravelMatrix {
  readonly size: number
  /** Seconds. */
  readonly durations: TravelTable
  /** Metres. */
  readonly distances: TravelTable
}

/** `[from, to]` in seconds; service begins within. */
export type TimeWindow = readonly [from: number, to: number]

export interface Job {
  readonly id: string
  /** Index in the matrices. */
  readonly location: number
  readonly serviceS: number
  /** What is picked up, one entry per load dimension (e.g. kg, litres). */
  readonly load: readonly number[]
  /** In order, disjoint; empty: any time. */
  readonly windows: readonly TimeWindow[]
  /** What leaving it out costs; `null`: mandatory. */
  readonly prize: number | null
  /** Vehicle types that may serve it; `null`: all. */
  readonly vehicleTypes: readonly string[] | null
  /** A trip that serves it leaves its start or unload place no earlier; absent: at any time. */
  readonly releaseS?: number
}

/** A place where what was picked up can be left during the shift: the load becomes zero. */
export interface UnloadPlace {
  readonly location: number
  readonly serviceS: number
  readonly windows: readonly TimeWindow[]
}

/**
 * One break on the road, or none on the clock: a route that returns while the break may still begin
 * (`end ≤ last window's to`), or departs when it could already be over (`start ≥ first window's from
 * + durationS`), takes it at home and owes nothing. Several are taken in the order given, at a stop
 * before driving on or after driving there, and may fall into waiting.
 */
export interface Break {
  readonly durationS: number
  /** It begins within one of these. */
  readonly windows: readonly TimeWindow[]
}

export interface RoutingVehicle {
  readonly id: string
  readonly type: string
  /** Index into `Problem.matrices`. */
  readonly profile: number
  readonly capacity: readonly number[]
  readonly start: number
  readonly end: number
  /** Departure and return lie within. */
  readonly shift: TimeWindow
  /** Longest time from departure to return, break and waiting included; `null`: the shift alone binds. */
  readonly maxDurationS: number | null
  /** Longest time spent driving; absent or `null`: no limit. */
  readonly maxDriveS?: number | null
  readonly breaks: readonly Break[]
  /** Each may be visited any number of times, in any order, between stops; empty: one trip alone. */
  readonly unloads: readonly UnloadPlace[]
  /** True: what was picked up must be left at an unload place before the end. */
  readonly unloadAtEnd: boolean
  readonly cost: { readonly fixed: number; readonly perM: number; readonly perS: number }
}

/**
 * A run's given part: these jobs in this order are the beginning of the vehicle's route. What is
 * named here is mandatory whatever its prize; a job that cannot be served is reported and the others stand.
 */
export interface FixedStart {
  readonly vehicleId: string
  /** Job ids in order, at the head of the route. */
  readonly sequence: readonly string[]
  /** Job ids that must stay on this vehicle, anywhere after the sequence. */
  readonly members: readonly string[]
}

export interface Problem {
  readonly matrices: readonly TravelMatrix[]
  readonly jobs: readonly Job[]
  readonly vehicles: readonly RoutingVehicle[]
  readonly fixed: readonly FixedStart[]
}
