// Tiles as one number each, in the order in which they are written: far ones first, then row by row.

export const NEAREST_ZOOM = 14
export const FARTHEST_ZOOM = 6

/** Steps along a tile's side: https://github.com/mapbox/vector-tile-spec, "extent". */
export const EXTENT = 4096
/** What is drawn of neighbours, so that lines do not end at the tile's edge. */
export const BUFFER = 80

export interface TileId {
  readonly z: number
  readonly x: number
  readonly y: number
}

const SIDE = 2 ** NEAREST_ZOOM

export const numberOf = ({ z, x, y }: TileId): number => (z * SIDE + y) * SIDE + x

export const tileOf = (number: number): TileId => ({
  z: Math.floor(number / SIDE / SIDE),
  y: Math.floor(number / SIDE) % SIDE,
  x: number % SIDE,
})
