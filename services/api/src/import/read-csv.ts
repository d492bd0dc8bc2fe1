// CSV with a header, as spreadsheets write it: comma or semicolon, with or without a BOM; where the
// semicolon parts the cells, decimal commas and points between thousands. An empty cell is a field not given.
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { type FieldError, Problem } from '../server/problem.ts'
import { mapInTurns } from './in-turns.ts'
import type { Row } from './row.ts'

type Cell = (text: string, decimalComma: boolean) => unknown

const asText: Cell = (text) => text
const asNumber: Cell = (text, decimalComma) => {
  const plain = decimalComma ? text.replace(',', '.') : text
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text
}
/** Litres and millimetres are whole numbers: 2.200 is two thousand two hundred. */
const asWhole: Cell = (text, decimalComma) =>
  asNumber(
    decimalComma && /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text,
    decimalComma,
  )
const asFlag: Cell = (text) =>
  ({ true: true, false: false, 1: true, 0: false })[text.toLowerCase()] ?? text
const asList: Cell = (text) =>
  text
    .split(/[|,;/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const asJson: Cell = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const COLUMNS: Readonly<Record<string, Cell>> = {
  id: asText,
  name: asText,
  lon: asNumber,
  lat: asNumber,
  site_id: asText,
  municipality: asText,
  note: asText,
  depot_id: asText,
  capacity_l: asWhole,
  empty_distance_mm: asWhole,
  full_distance_mm: asWhole,
  fill_threshold_pct: asNumber,
  service_min: asNumber,
  max_days_between_visits: asNumber,
  last_emptied_at: asText,
  access: asJson,
  vehicle_types: asList,
  active: asFlag,
}

/** @throws Problem `import_rejected` for what is no table: no header, unknown columns, rows of another length */
export async function readCsv(text: string): Promise<readonly Row[]> {
  const delimiter = delimiterOf(text)
  const [heading, ...lines] = await records(text, delimiter)
  const columns = knownColumns(heading?.record ?? [])
  refuseRagged(lines, columns.length)
  return mapInTurns(lines, ({ record, info }) => {
    const fields: Record<string, unknown> = {}
    for (const [at, column] of columns.entries()) {
      const cell = record[at] ?? ''
      if (cell !== '') fields[column] = COLUMNS[column]?.(cell, delimiter === ';')
    }
    return { row: info.lines, fields: withLocation(fields) }
  })
}

interface Line {
  readonly record: readonly string[]
  readonly info: Info
}

/** Bytes that are parsed before others have their turn. */
const PIECE_BYTES = 16 * 1024

async function records(text: string, delimiter: string): Promise<readonly Line[]> {
  const parser = Readable.from(pieces(Buffer.from(text))).pipe(
    parse({
      bom: true,
      delimiter,
      trim: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
    }),
  )
  try {
    return await parser.toArray()
  } catch (err) {
    if (!(err instanceof CsvError)) throw err
    throw new Problem('import_rejected', `not CSV: ${err.message}`)
  }
}

async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES)
    await setImmediate()
  }
}

/** Spreadsheets part off empty cells at a row's end; nothing else may be there or lack. */
function refuseRagged(lines: readonly Line[], wanted: number): void {
  const errors = lines.flatMap(({ record, info }): FieldError[] => {
    const length = record.findLastIndex((cell, at) => at < wanted || cell !== '') + 1
    if (length === wanted) return []
    const got = `${length} cells`
    return [
      {
        in: 'row',
        row: info.lines,
        field: 'row',
        got,
        wanted: `${wanted} cells, as in the header`,
      },
    ]
  })
  if (errors.length > 0)
    throw new Problem('import_rejected', 'rows have more or fewer cells than the header', {
      errors,
    })
}

function knownColumns(header: readonly string[]): readonly string[] {
  if (header.length === 0)
    throw new Problem('import_rejected', 'got an empty file, wanted a header and rows below it')
  const unknown = header.filter((column) => !Object.hasOwn(COLUMNS, column))
  const twice = header.filter((column, at) => header.indexOf(column) !== at)
  if (unknown.length === 0 && twice.length === 0) return header
  const errors = [
    ...unknown.map((column) => ({ field: column, got: 'an unknown column' })),
    ...twice.map((column) => ({ field: column, got: 'the column twice' })),
  ].map((error) => ({
    in: 'row' as const,
    row: 1,
    ...error,
    wanted: `columns out of ${Object.keys(COLUMNS).join(', ')}`,
  }))
  throw new Problem('import_rejected', 'the header has wrong columns', { errors })
}

function withLocation({ lon, lat, ...fields }: Record<string, unknown>) {
  if (lon === undefined && lat === undefined) return fields
  return { ...fields, location: { type: 'Point', coordinates: [lon, lat] } }
}

function delimiterOf(text: string): ',' | ';' {
  const header = text.slice(0, text.search(/\r|\n|$/))
  return header.split(';').length > header.split(',').length ? ';' : ','
}
