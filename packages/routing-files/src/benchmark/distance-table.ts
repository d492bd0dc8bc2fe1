import type { TravelTable } from '@bakwacht/routing'
import type { BenchmarkInstance, Convention, Point } from './benchmark-instance.ts'

const LARGEST_INT32 = 2 ** 31 - 1

/** What lengths, times and prizes of a file become before anything is computed with them. */
export const scaled = (convention: Convention, value: number): number =>
  convention === 'tenths' ? Math.floor(10 * value) : value

/**
 * Every distance in the convention's units, row-major; integers where the convention makes them so. In
 * shared memory: a thread that is told the problem gets no copy.
 */
export function distanceTable({
  convention,
  demands,
  points,
  weights,
}: BenchmarkInstance): TravelTable {
  const size = demands.length
  if (weights !== null) return weights.map((weight) => scaled(convention, weight))
  const memory = (bytes: number) => new SharedArrayBuffer(size * size * bytes)
  const areSmall = convention !== 'exact' && longestIn(convention, points) <= LARGEST_INT32
  const table = areSmall ? new Int32Array(memory(4)) : new Float64Array(memory(8))
  for (let from = 0; from < size; from++)
    for (let to = from + 1; to < size; to++) {
      const length = lengthIn(convention, points[from] as Point, points[to] as Point)
      table[from * size + to] = length
      table[to * size + from] = length
    }
  return table
}

/** No two points are farther apart. */
function longestIn(convention: Convention, points: readonly Point[]): number {
  const corner = (end: (a: number, b: number) => number): Point =>
    points.reduce(([ax, ay], [bx, by]): Point => [end(ax, bx), end(ay, by)])
  return lengthIn(convention, corner(Math.min), corner(Math.max))
}

// Not Math.hypot: its last bit differs, and truncation would show it.
function lengthIn(convention: Convention, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2)
  return convention === 'nearest' ? Math.floor(length + 0.5) : scaled(convention, length)
}
