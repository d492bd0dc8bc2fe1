// A file of PMTiles with one tile in it (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
import { zxyToTileId } from 'pmtiles'

export interface OneTile {
  readonly z: number
  readonly x: number
  readonly y: number
  /** A vector tile, packed with gzip. */
  readonly packed: Buffer
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  readonly metadata: object
}

const HEADER_BYTES = 127
const PLAIN = 1
const GZIP = 2
const VECTOR = 1

export function pmtilesOf({ z, x, y, packed, bounds, metadata }: OneTile): Buffer {
  // One entry: its tile, once, this long, at the beginning.
  const directory = Buffer.from([1, zxyToTileId(z, x, y), 1, packed.length, 1].flatMap(varint))
  const described = Buffer.from(JSON.stringify(metadata))
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const parts = [directory, described, Buffer.alloc(0), packed]
  let at = HEADER_BYTES
  for (const [index, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * index)
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * index)
    at += part.length
  }
  for (const count of [72, 80, 88]) header.writeBigUInt64LE(1n, count)
  header.set([1, PLAIN, GZIP, VECTOR, z, z], 96)
  for (const [index, degrees] of bounds.entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index)
  return Buffer.concat([header, ...parts])
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128)
  return [...bytes, left]
}
