// Valhalla's configuration: what its bindings ask for at the least. Its own builder of configurations is a
// Python program; every value here that is not said otherwise is that builder's default of 3.6.1.

const KILOMETRES = 1000
const LIMITS = {
  max_distance: 5000 * KILOMETRES,
  // Of a route; its default for trucks is 20.
  max_locations: 50,
  // Default 400: a depot’s bins are nearer, but one wrong coordinate must not refuse the others.
  max_matrix_distance: 2000 * KILOMETRES,
  max_matrix_location_pairs: 2500,
}
const QUIET = { type: '' }

/** Tiles kept in memory, bytes. */
const TILE_CACHE = 300e6

/** To answer from `tiles`. */
export const answeringConfig = (tiles: string): object => ({
  mjolnir: { tile_dir: tiles, max_cache_size: TILE_CACHE, logging: QUIET },
  loki: {
    actions: ['locate', 'route', 'sources_to_targets', 'status'],
    logging: QUIET,
    service_defaults: {
      heading_tolerance: 60,
      minimum_reachability: 50,
      node_snap_tolerance: 5,
      radius: 0,
      search_cutoff: 35_000,
      street_side_max_distance: 1000,
      street_side_tolerance: 5,
    },
  },
  meili: { default: { breakage_distance: 2000 } },
  // Between two matrices it would keep hundreds of megabytes.
  thor: { logging: QUIET, clear_reserved_memory: true },
  service_limits: {
    auto: LIMITS,
    truck: LIMITS,
    max_alternates: 2,
    max_exclude_locations: 50,
    max_exclude_polygons_length: 10_000,
    max_radius: 200,
    max_reachability: 100,
    ...notUsedButAskedFor(),
  },
})

/** To build `tiles` from an extract. */
export const buildingConfig = (tiles: string, threads: number): object => ({
  mjolnir: {
    tile_dir: tiles,
    concurrency: threads,
    logging: { type: 'std_out', color: false },
  },
})

const notUsedButAskedFor = () => ({
  isochrone: {
    max_contours: 4,
    max_distance: 25 * KILOMETRES,
    max_distance_contour: 200,
    max_locations: 1,
    max_time_contour: 120,
  },
  pedestrian: {
    ...LIMITS,
    max_transit_walking_distance: 10 * KILOMETRES,
    min_transit_walking_distance: 1,
  },
  skadi: { max_shape: 750_000, min_resample: 10 },
  trace: {
    max_alternates: 3,
    max_alternates_shape: 100,
    max_distance: 200 * KILOMETRES,
    max_gps_accuracy: 100,
    max_search_radius: 100,
    max_shape: 16_000,
  },
})
