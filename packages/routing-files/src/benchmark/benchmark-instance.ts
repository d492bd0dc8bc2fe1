// A benchmark file as it stands: its own units, its own numbering (node 0 is the depot, customers from 1).

export type Point = readonly [x: number, y: number]

/**
 * How a set's published costs count. `nearest`: distances rounded to integers. `tenths` (DIMACS):
 * distances, times and prizes × 10, truncated. `exact`: distances as they are, money in hundredths.
 */
export type Convention = 'nearest' | 'tenths' | 'exact'

export interface BenchmarkVehicle {
  readonly capacity: number
  readonly fixedCost: number
  /** Per unit of distance. */
  readonly unitCost: number
  /** Whether it may come back to the depot to load again. */
  readonly reloads: boolean
}

export interface BenchmarkInstance {
  readonly name: string
  readonly format: 'vrplib' | 'solomon'
  readonly convention: Convention
  /** By node; for `explicit` weights absent or for show. */
  readonly points: readonly Point[]
  /** Row-major `from * nodes + to`; `null`: Euclidean from the points. */
  readonly weights: Float64Array | null
  /** By node, as everything below. */
  readonly demands: readonly number[]
  readonly serviceTimes: readonly number[]
  /** The depot's is when vehicles are out; `null`: the file has none. */
  readonly windows: readonly (readonly [from: number, to: number])[] | null
  readonly releases: readonly number[] | null
  /** What leaving a customer out costs; `null`: all are mandatory, as are those with a prize of 0. */
  readonly prizes: readonly number[] | null
  /** In the file's order; `null`: as many as it takes of `capacity`. */
  readonly vehicles: readonly BenchmarkVehicle[] | null
  /** Of every vehicle, where there is no list. */
  readonly capacity: number
  /** Whether `Route #k` of a solution is the file's vehicle k. */
  readonly vehiclesDiffer: boolean
}
