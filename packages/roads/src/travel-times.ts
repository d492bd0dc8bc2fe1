// The port for how long it takes and how far it is. Adapters: straight-line/ now, Valhalla later.

/** `[longitude, latitude]` in degrees. */
export type LonLat = readonly [lon: number, lat: number]

/** Row-major `from * size + to`; seconds and metres. The shape that the optimiser takes. */
export interface TravelMatrix {
  readonly size: number
  readonly durations: Float64Array
  readonly distances: Float64Array
}

/** Each kind of vehicle may drive differently. */
export interface VehicleProfile {
  /** The vehicle's type, e.g. `van`. */
  readonly type: string
}

export interface TravelTimes {
  /** `estimate` where no map is loaded; every run says which. */
  readonly kind: 'roads' | 'estimate'
  matrix(points: readonly LonLat[], profile: VehicleProfile): Promise<TravelMatrix>
}
