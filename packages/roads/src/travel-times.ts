// The port for how long it takes and how far it is. Adapters: straight-line/, and valhalla/ in a
// process of its own or over HTTP.
import type { LonLat, VehicleSize } from '@bakwacht/domain'

/**
 * Row-major `from * size + to`; seconds and metres; `Infinity`: there is no way for this vehicle. The shape that
 * the optimiser takes, on shared memory, so that its thread gets no copy.
 */
export interface TravelMatrix {
  readonly size: number
  readonly durations: Float64Array | Float32Array
  readonly distances: Float64Array | Float32Array
  /** Points that no road of this vehicle comes near, by index; nothing leads to or from them. */
  readonly offRoad: ReadonlyMap<number, OffRoad>
}

export interface OffRoad {
  /** To the nearest road that the vehicle may use; `null`: there is none on the map for kilometres. */
  readonly nearestM: number | null
}

/** What decides where a vehicle may drive, and how fast. */
export type VehicleProfile = VehicleSize

/** From one point to the next. */
export interface RouteLeg {
  readonly distanceM: number
  readonly durationS: number
  readonly shape: readonly LonLat[]
}

export interface MatrixOptions {
  /** Aborted: the matrix is given up with the signal's reason. */
  readonly signal?: AbortSignal
  /** @param share of the rows that are done, 0–1 */
  readonly onProgress?: (share: number) => void
}

export interface TravelTimes {
  /** `estimate` where no map is loaded; every plan says which. */
  readonly kind: 'roads' | 'estimate'
  /** @throws BadCoordinate, RoadsUnavailable */
  matrix(
    points: readonly LonLat[],
    profile: VehicleProfile,
    options?: MatrixOptions,
  ): Promise<TravelMatrix>
  /**
   * Finds all pairs of these points beforehand, so that a later matrix has them at once.
   * @throws BadCoordinate, RoadsUnavailable
   */
  prepare(
    points: readonly LonLat[],
    profile: VehicleProfile,
    options?: MatrixOptions,
  ): Promise<void>
  /**
   * The way along all points in order: `points.length - 1` legs. @throws BadCoordinate, RoadsUnavailable, and
   * NoWay when one of the points cannot be reached from the one before
   */
  route(points: readonly LonLat[], profile: VehicleProfile): Promise<readonly RouteLeg[]>
}

/** Where a plan gets its travel times from: asked anew for each plan, because a map may come or go meanwhile. */
export interface Roads {
  /** @throws RoadsUnavailable when there should be a map, but nobody answers */
  current(): Promise<TravelTimes>
  /** Ends what runs for it. Safe to call twice. */
  stop(): Promise<void>
}

/** A coordinate that is not on Earth. */
export class BadCoordinate extends Error {
  readonly code = 'BAD_COORDINATE'
  readonly index: number

  constructor(index: number, got: LonLat) {
    super(`point ${index}: got [${got.join(', ')}], expected [longitude -180…180, latitude -90…90]`)
    this.index = index
  }
}

/** Valhalla does not answer: not installed, not running, crashed, too slow, or somebody else answers. */
export class RoadsUnavailable extends Error {
  readonly code = 'ROADS_UNAVAILABLE'
}

/** Travel times were asked for after the end. */
export class RoadsStopped extends Error {
  readonly code = 'ROADS_STOPPED'
}

/** No road leads from one of the points to the next. */
export class NoWay extends Error {
  readonly code = 'NO_WAY'
}

/** @throws BadCoordinate, naming the first point that is not on Earth */
export function assertOnEarth(points: readonly LonLat[]): void {
  for (const [index, point] of points.entries()) {
    const [lon, lat] = point
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new BadCoordinate(index, point)
  }
}
