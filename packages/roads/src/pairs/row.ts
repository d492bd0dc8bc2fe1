// All that is known from one place: to which places, in how many seconds and metres. As bytes:
//
//     crc32 of the rest | ids, uint32 each | seconds, float32 each | metres, float32 each
//
// little-endian, as every machine that we run on is. `Infinity` seconds: there is no way.
import { crc32 } from 'node:zlib'

export interface Row {
  readonly to: Uint32Array
  readonly durations: Float32Array
  readonly distances: Float32Array
}

const WORD = 4
export const CHECKSUM_BYTES = WORD
export const PAIR_BYTES = 3 * WORD

export const emptyRow: Row = {
  to: new Uint32Array(0),
  durations: new Float32Array(0),
  distances: new Float32Array(0),
}

export function rowBytes({ to, durations, distances }: Row): Uint8Array {
  const bytes = new Uint8Array(WORD * (1 + 3 * to.length))
  const { buffer } = bytes
  new Uint32Array(buffer, WORD, to.length).set(to)
  new Float32Array(buffer, WORD * (1 + to.length), to.length).set(durations)
  new Float32Array(buffer, WORD * (1 + 2 * to.length), to.length).set(distances)
  new Uint32Array(buffer, 0, 1)[0] = crc32(bytes.subarray(WORD))
  return bytes
}

/** `undefined`: these bytes are none that {@link rowBytes} wrote. */
export function rowIn(bytes: Uint8Array): Row | undefined {
  const count = (bytes.length / WORD - 1) / 3
  if (!Number.isInteger(count) || count < 0) return undefined
  // Typed arrays begin at multiples of their width; the database’s buffers do not.
  const { buffer } = bytes.slice()
  if (new Uint32Array(buffer, 0, 1)[0] !== crc32(new Uint8Array(buffer, WORD))) return undefined
  return {
    to: new Uint32Array(buffer, WORD, count),
    durations: new Float32Array(buffer, WORD * (1 + count), count),
    distances: new Float32Array(buffer, WORD * (1 + 2 * count), count),
  }
}

/** Both rows' pairs; where both know one, the second's. */
export function mergedRow(before: Row, now: Row): Row {
  const renewed = new Set(now.to)
  const kept = [...before.to.keys()].filter((index) => !renewed.has(before.to[index] ?? -1))
  const size = kept.length + now.to.length
  const merged: Row = {
    to: new Uint32Array(size),
    durations: new Float32Array(size),
    distances: new Float32Array(size),
  }
  for (const [index, old] of kept.entries()) {
    merged.to[index] = before.to[old] ?? 0
    merged.durations[index] = before.durations[old] ?? 0
    merged.distances[index] = before.distances[old] ?? 0
  }
  merged.to.set(now.to, kept.length)
  merged.durations.set(now.durations, kept.length)
  merged.distances.set(now.distances, kept.length)
  return merged
}
