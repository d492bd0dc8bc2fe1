// One row: whose it is, when it was measured and what; or why it is none.
import { inPayloadUnit, recordedTimeMs } from '@bakwacht/firmware-contracts'
import type { Columns, MeasureColumn } from './columns.ts'

/** Not measured. */
export const ABSENT = Number.NaN
/** Measured without a result, as `null` in the payload. */
export const NO_RESULT = Number.POSITIVE_INFINITY

export interface CellsRead {
  readonly device: string
  /** UTC ms. */
  readonly at: number
  /** In the order of the columns: a number, `ABSENT` or `NO_RESULT`. */
  readonly values: readonly number[]
}

export interface RowFault {
  readonly column: string
  readonly got: string
  readonly wanted: string
}

/** Of a file that does not say which device it is from. */
export const ONLY_DEVICE = 'device'

const LONGEST_ID = 200
/** Beyond, a number is no time that a sensor was there: microseconds, an uninitialised clock. */
const LATEST_MS = Date.UTC(2200, 0, 1)
const DECISIVE = new Set(['distance_mm', 'fill_pct', 'temp_c', 'rh_pct'])

export function readCells(cells: readonly string[], columns: Columns): CellsRead | RowFault {
  const fault = (place: number, wanted: string): RowFault => ({
    column: columns.header[place] ?? `${place + 1}`,
    got: cells[place] ?? '',
    wanted,
  })
  const device = columns.device === null ? ONLY_DEVICE : (cells[columns.device] ?? '').trim()
  if (device === '' || device.length > LONGEST_ID)
    return fault(columns.device ?? 0, `a device’s name of 1 to ${LONGEST_ID} characters`)
  const at = recordedTimeMs((cells[columns.ts] ?? '').trim())
  if (at === undefined || at < 0 || at >= LATEST_MS)
    return fault(columns.ts, 'RFC 3339, or seconds or milliseconds since 1970, before 2200')

  const values: number[] = []
  let measured = false
  for (const column of columns.measures) {
    const value = valueIn((cells[column.place] ?? '').trim(), column)
    if (value === undefined) return fault(column.place, 'a number, nothing, or null')
    values.push(value)
    measured ||= !Number.isNaN(value) && DECISIVE.has(column.field)
  }
  return measured ? { device, at, values } : nothingMeasured(columns)
}

const NULLS = /^(null|nan|n\/?a|none)$/i

/** Undefined: no number. Without a result is not the same as not measured: an echo was lost. */
function valueIn(text: string, column: MeasureColumn): number | undefined {
  if (text === '') return ABSENT
  const value = Number(text)
  if (Number.isFinite(value)) return inPayloadUnit(value, column)
  return NULLS.test(text) ? NO_RESULT : undefined
}

const nothingMeasured = ({ measures, header }: Columns): RowFault => ({
  column: measures
    .filter(({ field }) => DECISIVE.has(field))
    .map(({ place }) => header[place])
    .join(', '),
  got: '',
  wanted: 'at least one measurement',
})
