// The whole file, taken apart by device. Rows that cannot be read are counted, the first ones kept.

import type { AnalysisConfig } from '../config/analysis-config.ts'
import { InputError } from '../input-error.ts'
import { columnsOf, type MeasureColumn } from './columns.ts'
import { csvRows } from './csv-rows.ts'
import { type RowFault, readCells } from './read-cells.ts'
import { Series } from './series.ts'

export interface Table {
  /** By device, in the order of their names. */
  readonly devices: ReadonlyMap<string, Series>
  readonly measures: readonly MeasureColumn[]
  readonly rejected: RejectedRows
  /** UTC ms of the newest row of all; -Infinity without any. */
  readonly lastAt: number
}

export interface RejectedRows {
  readonly count: number
  /** The first ones. */
  readonly examples: readonly (RowFault & { readonly line: number })[]
}

const MOST_EXAMPLES = 20

/** @throws InputError when the file cannot be read, has no usable header, or not one row that can be read */
export async function readTable(
  file: string,
  { columns: mapped }: Pick<AnalysisConfig, 'columns'>,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Table> {
  const rows = csvRows(file, onShare, signal)
  const header = await rows.next()
  if (header.done) throw new InputError(`${file}: got an empty file, wanted a header`)
  const columns = columnsOf(header.value.cells, mapped, file)

  const devices = new Map<string, Series>()
  const examples: RejectedRows['examples'][number][] = []
  let count = 0
  let lastAt = Number.NEGATIVE_INFINITY
  for await (const { line, cells } of rows) {
    const read = readCells(cells, columns)
    if ('wanted' in read) {
      count++
      if (examples.length < MOST_EXAMPLES) examples.push({ line, ...read })
      continue
    }
    seriesOf(read.device).add(read.at, read.values)
    lastAt = Math.max(lastAt, read.at)
  }
  if (devices.size === 0 && count > 0) throw new InputError(noneReadable(file, count, examples))
  return {
    devices: new Map([...devices].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))),
    measures: columns.measures,
    rejected: { count, examples },
    lastAt,
  }

  function seriesOf(device: string): Series {
    let series = devices.get(device)
    if (series === undefined) {
      series = new Series(columns.measures.length)
      devices.set(device, series)
    }
    return series
  }
}

/** One line for one row. */
export const faultText = ({
  line,
  column,
  got,
  wanted,
}: RejectedRows['examples'][number]): string =>
  `line ${line}: ${column}: got "${got}", wanted ${wanted}`

const noneReadable = (file: string, count: number, examples: RejectedRows['examples']): string =>
  [
    `${file}: got ${count} ${count === 1 ? 'row' : 'rows'}, wanted one that can be read`,
    ...examples.map(faultText),
  ].join('\n')
