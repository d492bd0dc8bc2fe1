// A vector tile's bytes (https://github.com/mapbox/vector-tile-spec, version 2.1).
import { PbfWriter } from 'pbf'
import { LAYERS, type Layer } from '../ground/feature.ts'
import { signedArea } from '../ground/rings.ts'
import type { Piece } from './cut.ts'
import { joinLines, turnedRound } from './join-lines.ts'
import { EXTENT } from './tile-id.ts'

export type TilePiece = Omit<Piece, 'tile'>

const GEOMETRY = { point: 1, line: 2, area: 3 } as const
const [MOVE_TO, LINE_TO, CLOSE] = [1, 2, 7]

export function encodeTile(pieces: readonly TilePiece[]): Uint8Array {
  const byLayer = Map.groupBy(pieces, ({ layer }) => layer)
  const tile = new PbfWriter()
  for (const layer of LAYERS) {
    const inLayer = byLayer.get(layer)
    if (inLayer !== undefined) tile.writeMessage(3, writeLayer, { layer, pieces: inLayer })
  }
  return tile.finish()
}

interface LayerOf {
  readonly layer: Layer
  readonly pieces: readonly TilePiece[]
}

function writeLayer({ layer, pieces }: LayerOf, pbf: PbfWriter): void {
  const keys = new Map<string, number>()
  const values = new Map<string | number, number>()
  pbf.writeVarintField(15, 2)
  pbf.writeStringField(1, layer)
  // What has the same properties is one feature.
  for (const [properties, same] of Map.groupBy(pieces, (piece) => piece.properties)) {
    const tags = Object.entries(JSON.parse(properties) as Record<string, string | number>).flatMap(
      ([key, value]) => [numbered(keys, key), numbered(values, value)],
    )
    pbf.writeMessage(2, writeFeature, { tags, pieces: same })
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key)
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value)
  pbf.writeVarintField(5, EXTENT)
}

function numbered<Value>(numbers: Map<Value, number>, value: Value): number {
  const number = numbers.get(value) ?? numbers.size
  numbers.set(value, number)
  return number
}

function writeValue(value: string | number, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value)
  else pbf.writeVarintField(5, value)
}

interface FeatureOf {
  readonly tags: number[]
  readonly pieces: readonly TilePiece[]
}

function writeFeature({ tags, pieces }: FeatureOf, pbf: PbfWriter): void {
  const kind = pieces[0]?.kind ?? 'point'
  pbf.writePackedVarint(2, tags)
  pbf.writeVarintField(3, GEOMETRY[kind])
  pbf.writePackedVarint(4, commandsOf(kind, pieces))
}

function commandsOf(kind: keyof typeof GEOMETRY, pieces: readonly TilePiece[]): number[] {
  const pen = penAt0()
  const paths = pieces.flatMap((piece) => (kind === 'area' ? turned(piece.paths) : piece.paths))
  if (kind === 'point') pen.draw(MOVE_TO, paths.flat())
  for (const path of kind === 'line' ? joinLines(paths) : []) {
    pen.draw(MOVE_TO, path.slice(0, 2))
    pen.draw(LINE_TO, path.slice(2))
  }
  for (const ring of kind === 'area' ? paths : []) {
    pen.draw(MOVE_TO, ring.slice(0, 2))
    // The last point is the first one again, which closing says.
    pen.draw(LINE_TO, ring.slice(2, -2))
    pen.commands.push(1 * 8 + CLOSE)
  }
  return pen.commands
}

/** Outer rings run clockwise on the screen, holes the other way: so it is known which is which. */
const turned = (rings: readonly (readonly number[])[]): (readonly number[])[] =>
  rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : turnedRound(ring)))

/** Writes where to go as differences to where it stands. */
function penAt0() {
  const commands: number[] = []
  let [x, y] = [0, 0]
  return {
    commands,
    draw(command: number, points: readonly number[]): void {
      commands.push((points.length / 2) * 8 + command)
      for (let at = 0; at < points.length; at += 2) {
        const [toX, toY] = [points[at] ?? 0, points[at + 1] ?? 0]
        commands.push(zigzag(toX - x), zigzag(toY - y))
        x = toX
        y = toY
      }
    },
  }
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31)
