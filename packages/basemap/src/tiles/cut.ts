// Cuts what is drawn into tiles: from the nearest zoom outwards, each with fewer points than the one before.
import type { Feature, Layer, Meaning, Shape } from '../ground/feature.ts'
import { WORLD } from '../ground/mercator.ts'
import { signedArea } from '../ground/rings.ts'
import { type Axis, clipLine, clipRing } from './clip.ts'
import { simplify } from './simplify.ts'
import { BUFFER, EXTENT, FARTHEST_ZOOM, NEAREST_ZOOM, type TileId } from './tile-id.ts'

/** What lies in one tile, in its own coordinates. */
export interface Piece {
  readonly tile: TileId
  readonly layer: Layer
  /** JSON: the same text is the same properties. */
  readonly properties: string
  readonly kind: Shape['kind']
  readonly paths: readonly (readonly number[])[]
}

/** In steps of a tile, of which 8 are a pixel: nearest, and farther away. */
const TOLERANCE = [1, 5] as const
/** Areas smaller than two by two pixels are left out. */
const LEAST_AREA = 256

export function* cut({ meaning, shape }: Feature): Generator<Piece> {
  const { layer, from } = meaning
  let paths = scaled(shape, STEPS_PER_UNIT)
  for (let z = NEAREST_ZOOM; z >= Math.max(from, FARTHEST_ZOOM); z--) {
    if (z < NEAREST_ZOOM) paths = paths.map((path) => path.map((value) => value / 2))
    if (shape.kind !== 'point')
      paths = paths.map((path) => simplify(path, TOLERANCE[z === NEAREST_ZOOM ? 0 : 1]))
    if (shape.kind === 'area') paths = largeEnough(paths)
    if (paths.length === 0) return
    const properties = JSON.stringify(propertiesAt(meaning, z))
    for (const { tile, paths: inTile } of tilesOf(z, shape.kind, paths))
      yield { tile, layer, properties, kind: shape.kind, paths: inTile }
  }
}

/** From the world's steps to those of a tile at the nearest zoom. */
const STEPS_PER_UNIT = WORLD / 2 ** NEAREST_ZOOM / EXTENT

const scaled = (shape: Shape, by: number): number[][] =>
  (shape.kind === 'area' ? shape.rings : [shape.points]).map((path) =>
    path.map((value) => value / by),
  )

const propertiesAt = ({ properties, name, nameFrom = 0 }: Meaning, z: number) =>
  name === undefined || z < nameFrom ? properties : { ...properties, name }

/** Without the outer ring its holes are nothing either. */
function largeEnough(rings: readonly (readonly number[])[]): number[][] {
  const large = rings.filter((ring) => Math.abs(signedArea(ring)) >= LEAST_AREA)
  return large[0] === rings[0] ? large.map((ring) => [...ring]) : []
}

interface InTile {
  readonly tile: TileId
  readonly paths: number[][]
}

function* tilesOf(
  z: number,
  kind: Shape['kind'],
  paths: readonly (readonly number[])[],
): Generator<InTile> {
  for (const [x, column] of slices(z, kind, paths, 0))
    for (const [y, cell] of slices(z, kind, column, 1)) {
      const inTile = cell.flatMap((path) => onGrid(path, kind, x * EXTENT, y * EXTENT))
      if (inTile.length > 0) yield { tile: { z, x, y }, paths: inTile }
    }
}

/** Columns or rows of tiles, each with what lies in it. */
function* slices(
  z: number,
  kind: Shape['kind'],
  paths: readonly (readonly number[])[],
  axis: Axis,
): Generator<readonly [number, readonly (readonly number[])[]]> {
  const [least, most] = rangeOf(paths, axis)
  const last = Math.min(2 ** z - 1, Math.floor((most + BUFFER) / EXTENT))
  const first = Math.max(0, Math.floor((least - BUFFER) / EXTENT))
  for (let index = first; index <= last; index++) {
    const [from, to] = [index * EXTENT - BUFFER, (index + 1) * EXTENT + BUFFER]
    if (from <= least && most <= to) yield [index, paths]
    else {
      const inside = paths.flatMap((path) => clipped(path, kind, axis, from, to))
      if (inside.length > 0) yield [index, inside]
    }
  }
}

function clipped(
  path: readonly number[],
  kind: Shape['kind'],
  axis: Axis,
  from: number,
  to: number,
): readonly (readonly number[])[] {
  if (kind === 'line') return clipLine(path, axis, from, to)
  if (kind === 'area') {
    const ring = clipRing(path, axis, from, to)
    return ring.length === 0 ? [] : [ring]
  }
  const value = path[axis] ?? 0
  return from <= value && value <= to ? [path] : []
}

function rangeOf(paths: readonly (readonly number[])[], axis: Axis): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const path of paths)
    for (let at: number = axis; at < path.length; at += 2) {
      const value = path[at] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
  return [least, most]
}

/** In whole steps from the tile's corner, without what then falls together. */
function onGrid(
  path: readonly number[],
  kind: Shape['kind'],
  left: number,
  top: number,
): number[][] {
  const points: number[] = []
  for (let at = 0; at < path.length; at += 2) {
    const [x, y] = [Math.round((path[at] ?? 0) - left), Math.round((path[at + 1] ?? 0) - top)]
    if (at === 0 || points.at(-2) !== x || points.at(-1) !== y) points.push(x, y)
  }
  const wanted = { point: 2, line: 4, area: 8 }[kind]
  return points.length >= wanted ? [points] : []
}
