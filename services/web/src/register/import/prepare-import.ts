// Rows of a file, by the columns that people matched, as the features that the API imports.
import { idFromName } from '../id-from-name.ts'
import { readPlace } from '../place/read-place.ts'
import type { ImportField, Matching } from './match-columns.ts'
import { type Reading, readCell } from './read-cell.ts'
import type { ImportedRow, ImportedTable } from './read-file.ts'

export interface PreparedRow {
  /** How the file counts it. */
  readonly at: number
  readonly name: string
  readonly feature: PreparedFeature
}

export interface PreparedFeature {
  readonly type: 'Feature'
  readonly geometry?: { readonly type: 'Point'; readonly coordinates: readonly [unknown, unknown] }
  readonly properties: Readonly<Record<string, unknown>>
}

export interface Preparing extends Reading {
  /** Codes of containers that are there already: these keep what the file does not say. */
  readonly known: ReadonlySet<string>
  /** For new containers of whose size the file says nothing. */
  readonly capacityL: number | null
}

/** What is still missing before rows can be made of it. */
export function missingColumns(matching: Matching): readonly ('name' | 'place')[] {
  const placed =
    matching.place !== undefined || (matching.lat !== undefined && matching.lon !== undefined)
  // With codes alone a file can still change containers that are there.
  if (matching.id !== undefined) return []
  return [
    ...(matching.name === undefined ? (['name'] as const) : []),
    ...(placed ? [] : (['place'] as const)),
  ]
}

export function prepareImport(
  table: ImportedTable,
  matching: Matching,
  preparing: Preparing,
): readonly PreparedRow[] {
  const made = new Set<string>()
  // JSON writes its numbers in one way.
  const reading: Preparing = table.kind === 'geojson' ? { ...preparing, language: 'en' } : preparing
  return table.rows.map((row) => prepared(row, matching, reading, made))
}

function prepared(
  row: ImportedRow,
  matching: Matching,
  preparing: Preparing,
  made: Set<string>,
): PreparedRow {
  const properties: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(matching) as [ImportField, number][]) {
    const cell = row.cells[column] ?? ''
    if (cell === '' || field === 'lat' || field === 'lon' || field === 'place') continue
    properties[field] = readCell(field, cell, preparing)
  }
  const name = String(properties.name ?? '')
  if (properties.id === undefined && matching.id === undefined && name !== '') {
    properties.id = idFromName(name, made)
    made.add(String(properties.id))
  }
  const isNew = !preparing.known.has(String(properties.id))
  if (isNew && properties.capacity_l === undefined && preparing.capacityL !== null)
    properties.capacity_l = preparing.capacityL
  const coordinates = coordinatesOf(row, matching, preparing)
  return {
    at: row.at,
    name: name || String(properties.id ?? ''),
    feature: {
      type: 'Feature',
      ...(coordinates && { geometry: { type: 'Point', coordinates } }),
      properties,
    },
  }
}

function coordinatesOf(
  { cells }: ImportedRow,
  matching: Matching,
  reading: Reading,
): readonly [unknown, unknown] | undefined {
  const cell = (field: 'lat' | 'lon' | 'place') =>
    matching[field] === undefined ? '' : (cells[matching[field]] ?? '')
  const place = cell('place')
  if (place !== '') return readPlace(place) ?? [place, place]
  const [lon, lat] = [cell('lon'), cell('lat')]
  if (lon === '' && lat === '') return undefined
  return [readCell('lon', lon, reading), readCell('lat', lat, reading)]
}

/** The file that is sent; a container without a point keeps the place it has. */
export const importBody = (rows: readonly PreparedRow[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features: rows.map(({ feature }) => feature) })
