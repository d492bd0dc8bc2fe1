// Explicit weights of a .vrp file, in any of TSPLIB's layouts that are in use.
import { NOT_NEGATIVE } from '../text/text-source.ts'
import type { VrplibReader } from './vrplib-reader.ts'

const SECTION = 'EDGE_WEIGHT_SECTION'

/** From and to which column a row lists. */
const LAYOUTS = {
  FULL_MATRIX: (_row: number, size: number) => [0, size],
  LOWER_ROW: (row: number) => [0, row],
  LOWER_DIAG_ROW: (row: number) => [0, row + 1],
  UPPER_ROW: (row: number, size: number) => [row + 1, size],
  UPPER_DIAG_ROW: (row: number, size: number) => [row, size],
} as const
const NAMES = Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]

/** Row-major `from * size + to`; triangles are mirrored. */
export function edgeWeights(reader: VrplibReader, size: number): Float64Array {
  const format = reader.choice('EDGE_WEIGHT_FORMAT', NAMES)
  const { source } = reader
  const { line, rows } = reader.section(SECTION)
  const spans = Array.from({ length: size }, (_, row) => LAYOUTS[format](row, size))
  const wanted = spans.reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)
  const got = rows.reduce((sum, { cells }) => sum + cells.length, 0)
  if (got !== wanted)
    throw source.fault(line, SECTION, `${got} numbers`, `${wanted} for ${size} nodes in ${format}`)

  const weights = new Float64Array(size * size)
  const places = placesIn(spans)
  for (const row of rows)
    for (const cell of row.cells) {
      const [from, to] = places.next().value ?? [0, 0]
      const weight = source.number(row.line, SECTION, cell, NOT_NEGATIVE)
      // Nobody drives from a node to itself, and some files say 9999 there.
      if (from === to) continue
      weights[from * size + to] = weight
      if (format !== 'FULL_MATRIX') weights[to * size + from] = weight
    }
  return weights
}

function* placesIn(spans: readonly (readonly number[])[]): Generator<[from: number, to: number]> {
  for (const [row, [from = 0, to = 0]] of spans.entries())
    for (let column = from; column < to; column++) yield [row, column]
}
