// Finds every pair among some places, block of rows by block of rows: known ones in the cache, the others by
// asking Valhalla for small matrices, whose answers are kept at once.
import { emptyMatrix } from '../empty-matrix.ts'
import { inSlices } from '../in-slices.ts'
import type { Known, PairSpace } from '../pairs/pair-space.ts'
import { emptyRow, mergedRow } from '../pairs/row.ts'
import type { MatrixOptions, OffRoad, TravelMatrix } from '../travel-times.ts'
import type { Asking } from './asking.ts'
import { blocks } from './blocks.ts'
import { NewPairs } from './new-pairs.ts'

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

/** Seconds and metres of some rows, one after the other; `NaN`: not known. */
type Cells = Pick<TravelMatrix, 'durations' | 'distances'>

/** Which places no road comes near, by index; what is not known yet is asked for and kept. */
export async function findOffRoad(
  { asking, space }: PairFinderOptions,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, OffRoad>> {
  const { ids } = space
  const nearest = ids.map((id) => space.read(id)?.nearestM)
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
  await findPairs(options, offRoad, asked, (from, rows) => ({
    durations: durations.subarray(from * size, (from + rows) * size),
    distances: distances.subarray(from * size, (from + rows) * size),
  }))
  return matrix
}

/**
 * All pairs, into the cache and into the cells that `cellsFor` gives for so many rows from one on (by default
 * nowhere). What was found before an error or an abort stays found.
 */
export async function findPairs(
  { asking, space }: PairFinderOptions,
  offRoad: ReadonlyMap<number, OffRoad>,
  { signal, onProgress = () => {} }: MatrixOptions,
  cellsFor: (from: number, rows: number) => Cells = scratchCells(space.ids.length),
): Promise<void> {
  const { ids } = space
  const size = ids.length
  const columnOf = new Map(ids.map((id, index) => [id, index]))
  for (const block of blocks([...ids.keys()], BLOCK)) {
    const [from = 0] = block
    const cells = cellsFor(from, block.length)
    const known = await fillKnown(block, cells)
    const found = new NewPairs()
    for (const targets of blocks(columnsMissing(block, cells), BLOCK)) {
      signal?.throwIfAborted()
      const sources = block.filter((row) => targets.some((to) => isMissing(cells, row - from, to)))
      const answer = await asking.matrix(sources, targets)
      for (const [s, source] of sources.entries())
        for (const [t, target] of targets.entries()) {
          if (source === target) continue
          const pair = answer(s, t)
          set(cells, source - from, target, pair.durationS, pair.distanceM)
          found.add(source, ids[target] ?? -1, pair)
        }
    }
    keep(known, found)
    onProgress(Math.min(1, (from + block.length) / size))
  }

  /** What the cache knows, what needs no asking, and `NaN` for the rest. */
  async function fillKnown(block: readonly number[], cells: Cells) {
    const known = new Map<number, Known>()
    await inSlices(
      block.length,
      (n) => {
        const row = block[n] ?? -1
        const off = offRoad.has(row)
        cells.durations.fill(off ? Infinity : NaN, n * size, (n + 1) * size)
        cells.distances.fill(off ? Infinity : NaN, n * size, (n + 1) * size)
        for (const column of offRoad.keys()) set(cells, n, column, Infinity, Infinity)
        set(cells, n, row, 0, 0)
        if (off) return
        const stored = space.read(ids[row] ?? -1) ?? located()
        known.set(row, stored)
        const { to, durations, distances } = stored.row
        for (const [index, id] of to.entries()) {
          const column = columnOf.get(id)
          if (column !== undefined && isMissing(cells, n, column))
            set(cells, n, column, durations[index] ?? NaN, distances[index] ?? NaN)
        }
      },
      signal,
    )
    return known
  }

  function set(cells: Cells, row: number, column: number, seconds: number, metres: number): void {
    cells.durations[row * size + column] = seconds
    cells.distances[row * size + column] = metres
  }

  function isMissing({ durations }: Cells, row: number, column: number): boolean {
    return Number.isNaN(durations[row * size + column])
  }

  function columnsMissing(block: readonly number[], cells: Cells): readonly number[] {
    return [...ids.keys()].filter((column) => block.some((_, n) => isMissing(cells, n, column)))
  }

  function keep(known: ReadonlyMap<number, Known>, found: NewPairs): void {
    const rows = found.rows().map(([source, row]) => {
      const { nearestM, row: before } = known.get(source) ?? located()
      return [ids[source] ?? -1, { nearestM, row: mergedRow(before, row) }] as const
    })
    if (rows.length > 0) space.write(new Map(rows))
  }
}

function scratchCells(size: number): (from: number, rows: number) => Cells {
  const cells = {
    durations: new Float32Array(BLOCK * size),
    distances: new Float32Array(BLOCK * size),
  }
  return () => cells
}
