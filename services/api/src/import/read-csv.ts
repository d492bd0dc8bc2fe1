// CSV with a header, as spreadsheets write it: comma or semicolon, with or without a BOM,
// decimal commas where the semicolon parts the cells. An empty cell is a field not given.
import { CsvError, type Info, parse } from 'csv-parse/sync'
import { Problem } from '../server/problem.ts'
import type { Row } from './row.ts'

type Cell = (text: string, decimalComma: boolean) => unknown

const asText: Cell = (text) => text
const asNumber: Cell = (text, decimalComma) => {
  const plain = decimalComma ? text.replace(',', '.') : text
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text
}
const asFlag: Cell = (text) =>
  ({ true: true, false: false, 1: true, 0: false })[text.toLowerCase()] ?? text
const asList: Cell = (text) => text.split(/[|\s]+/).filter((one) => one !== '')
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
  capacity_l: asNumber,
  empty_distance_mm: asNumber,
  full_distance_mm: asNumber,
  fill_threshold_pct: asNumber,
  service_min: asNumber,
  max_days_between_visits: asNumber,
  last_emptied_at: asText,
  access: asJson,
  vehicle_types: asList,
  active: asFlag,
}

export function readCsv(text: string): readonly Row[] {
  const delimiter = delimiterOf(text)
  return records(text, delimiter).map(({ record, info }) => {
    const fields: Record<string, unknown> = {}
    for (const [column, cell] of Object.entries(record))
      if (cell !== '') fields[column] = COLUMNS[column]?.(cell, delimiter === ';')
    return { row: info.lines, fields: withLocation(fields) }
  })
}

function records(text: string, delimiter: string) {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      trim: true,
      info: true,
      skip_empty_lines: true,
      columns: (header: string[]) => knownColumns(header),
    }) as unknown as { readonly record: Record<string, string>; readonly info: Info }[]
  } catch (err) {
    if (!(err instanceof CsvError)) throw err
    throw new Problem('import_rejected', `not CSV: ${err.message}`)
  }
}

function knownColumns(header: readonly string[]): string[] {
  const unknown = header.filter((column) => !Object.hasOwn(COLUMNS, column))
  const twice = header.filter((column, at) => header.indexOf(column) !== at)
  if (unknown.length === 0 && twice.length === 0) return [...header]
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
