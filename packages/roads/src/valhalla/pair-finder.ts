// Finds every pair among some places, block of rows by block of rows: known ones in the cache, the others by
// asking Valhalla for small matrices, whose answers are kept at once.

import { breather } from '../breather.ts'
import { emptyMatrix } from '../empty-matrix.ts'
import type { Known, PairSpace } from '../pairs/pair-space.ts'
import { emptyRow, mergedRow } from '../pairs/row.ts'
import type { MatrixOptions, OffRoad, TravelMatrix } from '../travel-times.ts'
import type { Asking } from './asking.ts'
import { blocks } from './blocks.ts'
import { NewPairs } from './new-pairs.ts'
import { PairRows } from './pair-rows.ts'

/** Sources and targets of one request: a server's limit is 2,500 pairs, and memory grows with them. */
const BLOCK = 50
const LOCATED_AT_ONCE = 20
/** How far from the road a container may stand for a crew to serve it, m. */
const OFF_ROAD_FROM_M = 250

export interface PairFinderOptions {
  readonly asking: Asking
  /** Of the same places as `asking`. */
  readonly space: PairSpace
}

/** Which places no road comes near, by index; what is not known yet is asked for and kept. */
export async function findOffRoad(
  { asking, space }: PairFinderOptions,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, OffRoad>> {
  const { ids } = space
  const nearest = ids.map((id) => space.nearest(id))
  const unknown = [...ids.keys()].filter((index) => nearest[index] === undefined)
  for (const batch of blocks(unknown, LOCATED_AT_ONCE)) {
    signal?.throwIfAborted()
    const found = await asking.nearestRoads(batch)
    for (const [n, index] of batch.entries()) nearest[index] = found[n] ?? null
    space.write(new Map(batch.map((index) => [ids[index] ?? -1, located(nearest[index])])))
  }
  const off = nearest.flatMap((metres = null, index) =>
    metres === null || metres > OFF_ROAD_FROM_M ? [[index, { nearestM: metres }] as const] : [],
  )
  return new Map(off)
}

const located = (nearestM: number | null = null): Known => ({ nearestM, row: emptyRow })

/** All pairs, as a matrix. */
export async function findMatrix(
  options: PairFinderOptions,
  offRoad: ReadonlyMap<number, OffRoad>,
  asked: MatrixOptions,
): Promise<TravelMatrix> {
  const matrix = emptyMatrix(options.space.ids.length, offRoad)
  const { size, durations, distances } = matrix
  await findPairs(options, offRoad, asked, (rows) => {
    const [from = 0] = rows
    const cells = [from * size, (from + rows.length) * size] as const
    return new PairRows(size, rows, {
      durations: durations.subarray(...cells),
      distances: distances.subarray(...cells),
    })
  })
  return matrix
}

/**
 * All pairs, into the cache and into the rows that `rowsFor` gives (by default nowhere). What was found before an
 * error or an abort stays found.
 */
export async function findPairs(
  options: PairFinderOptions,
  offRoad: ReadonlyMap<number, OffRoad>,
  { signal, onProgress = () => {} }: MatrixOptions,
  rowsFor: (rows: readonly number[]) => PairRows = scratchRows(options.space.ids.length),
): Promise<void> {
  const { ids } = options.space
  const columnOf = new Map(ids.map((id, index) => [id, index]))
  const breathe = breather(signal)
  for (const block of blocks([...ids.keys()], BLOCK)) {
    const rows = rowsFor(block)
    const known = new Map<number, Known>()
    for (const row of block) {
      known.set(row, fillKnown(row, rows, options.space, columnOf, offRoad))
      await breathe()
    }
    const found = await askForMissing(rows, options, signal)
    keep(known, found, options.space)
    onProgress(((block[0] ?? 0) + block.length) / ids.length)
  }
}

/** Writes what the cache knows, what needs no asking, and `NaN` for the rest. */
function fillKnown(
  row: number,
  rows: PairRows,
  { ids, read }: PairSpace,
  columnOf: ReadonlyMap<number, number>,
  offRoad: ReadonlyMap<number, OffRoad>,
): Known {
  rows.fill(row, offRoad.has(row) ? Infinity : NaN)
  for (const column of offRoad.keys()) rows.set(row, column, Infinity, Infinity)
  rows.set(row, row, 0, 0)
  const known = read(ids[row] ?? -1) ?? located()
  const { to, durations, distances } = known.row
  for (const [index, id] of to.entries()) {
    const column = columnOf.get(id)
    if (column !== undefined && rows.isMissing(row, column))
      rows.set(row, column, durations[index] ?? NaN, distances[index] ?? NaN)
  }
  return known
}

async function askForMissing(
  rows: PairRows,
  { asking, space }: PairFinderOptions,
  signal: AbortSignal | undefined,
): Promise<NewPairs> {
  const found = new NewPairs()
  for (const targets of blocks(rows.missingColumns(), BLOCK)) {
    signal?.throwIfAborted()
    const sources = rows.missingRows(targets)
    const answer = await asking.matrix(sources, targets)
    for (const [s, source] of sources.entries())
      for (const [t, target] of targets.entries()) {
        if (source === target) continue
        const pair = answer(s, t)
        rows.set(source, target, pair.durationS, pair.distanceM)
        found.add(source, space.ids[target] ?? -1, pair)
      }
  }
  return found
}

function keep(known: ReadonlyMap<number, Known>, found: NewPairs, { ids, write }: PairSpace): void {
  const rows = found.rows().map(([source, row]) => {
    const { nearestM, row: before } = known.get(source) ?? located()
    return [ids[source] ?? -1, { nearestM, row: mergedRow(before, row) }] as const
  })
  if (rows.length > 0) write(new Map(rows))
}

/** The same cells again and again. */
function scratchRows(size: number): (rows: readonly number[]) => PairRows {
  const cells = () => new Float32Array(BLOCK * size)
  const scratch = { durations: cells(), distances: cells() }
  return (rows) => new PairRows(size, rows, scratch)
}
