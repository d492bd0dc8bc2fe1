// The matrices as the search reads them. Its speed hangs on the processor's caches, so the places that a
// problem visits are put in an order in which near ones stand close together, and each table takes the
// smallest numbers that hold its values: seconds exactly, money to seven digits (what is reported is
// computed from the matrices as they are given).
import type { TravelMatrix, TravelTable } from '../problem.ts'

/** Instead of infinity, so that no sum becomes NaN; no shift is that long. */
const NO_WAY = 2 ** 40

/** So many rows and columns at a time stay in the cache. */
const BLOCK = 64

export type SearchTable = Float64Array | Float32Array | Uint16Array

/** `from * size + to`, and the same by destination: `to * size + from`. Symmetric ones are one table. */
export interface TwoWays {
  readonly from: SearchTable
  readonly to: SearchTable
}

export interface Roads {
  /** As given, with {@link NO_WAY} for infinity. */
  readonly given: TravelMatrix
  readonly longestS: number
  /** Over sites. */
  readonly durations: () => TwoWays
  /** Money for driving, over sites, to seven digits at least. Vehicles with the same prices share it. */
  driveCost(perM: number, perS: number): TwoWays
}

/** `sites`: the locations in their order for the search. */
export function compileMatrices(matrices: readonly TravelMatrix[], sites: Int32Array): Roads[] {
  return matrices.map((matrix) => {
    const given = withoutInfinity(matrix)
    const { durations, distances } = given
    const made = new Map<string, TwoWays>()
    const table = (perM: number, perS: number): TwoWays => {
      const key = `${perM} ${perS}`
      const known = made.get(key)
      if (known !== undefined) return known
      const value = (arc: number) =>
        (distances[arc] as number) * perM + (durations[arc] as number) * perS
      const Fallback = perM + perS === 1 ? Float64Array : Float32Array
      const both = twoWays(arrange(given.size, sites, value, Fallback), sites.length)
      made.set(key, both)
      return both
    }
    const driveCost = (perM: number, perS: number): TwoWays =>
      durations === distances ? table(0, perM + perS) : table(perM, perS)
    return { given, longestS: largest(durations), durations: () => table(0, 1), driveCost }
  })
}

/** The locations that occur, each behind the nearest one before it. */
export function orderSites(
  matrix: TravelMatrix | undefined,
  locations: Iterable<number>,
): Int32Array {
  const order = Int32Array.from(new Set(locations))
  if (matrix === undefined) return order
  const { distances, size } = matrix
  for (let i = 1; i < order.length; i++) {
    const row = (order[i - 1] as number) * size
    let nearest = i
    for (let j = i + 1; j < order.length; j++)
      if (
        (distances[row + (order[j] as number)] as number) <
        (distances[row + (order[nearest] as number)] as number)
      )
        nearest = j
    const next = order[nearest] as number
    order[nearest] = order[i] as number
    order[i] = next
  }
  return order
}

function withoutInfinity(matrix: TravelMatrix): TravelMatrix {
  const { size, durations, distances } = matrix
  const isWay = (i: number) =>
    durations[i] !== Number.POSITIVE_INFINITY && distances[i] !== Number.POSITIVE_INFINITY
  let whole = true
  for (let i = 0; i < durations.length && whole; i++) whole = isWay(i)
  if (whole) return matrix
  return {
    size,
    durations: Float64Array.from(durations, (seconds, i) => (isWay(i) ? seconds : NO_WAY)),
    distances: Float64Array.from(distances, (metres, i) => (isWay(i) ? metres : NO_WAY)),
  }
}

/** `Fallback`: for values that no smaller numbers hold exactly. */
function arrange(
  size: number,
  sites: Int32Array,
  value: (arc: number) => number,
  Fallback: typeof Float64Array | typeof Float32Array,
): SearchTable {
  const table = new (smallestFor(size, sites, value, Fallback))(sites.length ** 2)
  let at = 0
  for (const from of sites) for (const to of sites) table[at++] = value(from * size + to)
  return table
}

function smallestFor(
  size: number,
  sites: Int32Array,
  value: (arc: number) => number,
  Fallback: typeof Float64Array | typeof Float32Array,
) {
  let fitsShort = true
  for (const from of sites)
    for (const to of sites) {
      const own = value(from * size + to)
      if (Math.fround(own) !== own) return Fallback
      if (own > 0xffff || own !== Math.floor(own)) fitsShort = false
    }
  return fitsShort ? Uint16Array : Float32Array
}

function largest(table: TravelTable): number {
  let most = 0
  for (let i = 0; i < table.length; i++) if ((table[i] as number) > most) most = table[i] as number
  return most
}

const twoWays = (from: SearchTable, size: number): TwoWays => ({
  from,
  to: isSymmetric(from, size) ? from : turned(from, size),
})

function isSymmetric(table: SearchTable, size: number): boolean {
  for (let top = 0; top < size; top += BLOCK)
    for (let left = 0; left <= top; left += BLOCK)
      for (let i = top; i < Math.min(size, top + BLOCK); i++)
        for (let j = left; j < Math.min(i, left + BLOCK); j++)
          if (table[i * size + j] !== table[j * size + i]) return false
  return true
}

function turned(table: SearchTable, size: number): SearchTable {
  const result = table.slice()
  for (let top = 0; top < size; top += BLOCK)
    for (let left = 0; left < size; left += BLOCK)
      for (let i = top; i < Math.min(size, top + BLOCK); i++)
        for (let j = left; j < Math.min(size, left + BLOCK); j++)
          result[j * size + i] = table[i * size + j] as number
  return result
}
