// A chosen file as columns and rows, whatever it was: CSV or GeoJSON.
import { parseCsv } from './parse-csv.ts'

export interface ImportedRow {
  /** How the file counts it: the line of a CSV, the number of a feature; from 1. */
  readonly at: number
  readonly cells: readonly string[]
}

export interface ImportedTable {
  readonly kind: 'csv' | 'geojson'
  readonly columns: readonly string[]
  readonly rows: readonly ImportedRow[]
}

/** The columns that a GeoJSON file has besides its properties. */
const GEOJSON_COLUMNS = ['lon', 'lat'] as const

export type ReadFile =
  | { readonly kind: 'table'; readonly table: ImportedTable }
  | { readonly kind: 'unreadable'; readonly why: 'empty' | 'no_geojson' | 'no_rows' }

export function readFile(text: string): ReadFile {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') return { kind: 'unreadable', why: 'empty' }
  const table = start.startsWith('{') ? fromGeoJson(start) : fromCsv(text)
  if (table === undefined) return { kind: 'unreadable', why: 'no_geojson' }
  if (table.rows.length === 0) return { kind: 'unreadable', why: 'no_rows' }
  return { kind: 'table', table }
}

function fromCsv(text: string): ImportedTable {
  const [heading, ...rows] = parseCsv(text)
  return {
    kind: 'csv',
    columns: heading?.cells ?? [],
    rows: rows.map(({ line, cells }) => ({ at: line, cells })),
  }
}

interface Feature {
  readonly id?: unknown
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null
  readonly properties?: Readonly<Record<string, unknown>> | null
}

function fromGeoJson(text: string): ImportedTable | undefined {
  const features = featuresIn(text)
  if (features === undefined) return undefined
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const withId = !keys.includes('id') && features.some(({ id }) => id !== undefined)
  const properties = keys.filter((key) => !GEOJSON_COLUMNS.some((column) => column === key))
  const columns = [...GEOJSON_COLUMNS, ...(withId ? ['id'] : []), ...properties]
  return {
    kind: 'geojson',
    columns,
    rows: features.map((feature, at) => {
      const [lon, lat] = pointOf(feature)
      const cells = [
        lon,
        lat,
        ...(withId ? [cellOf(feature.id)] : []),
        ...properties.map((key) => cellOf(feature.properties?.[key])),
      ]
      return { at: at + 1, cells }
    }),
  }
}

function featuresIn(text: string): readonly Feature[] | undefined {
  try {
    const data: unknown = JSON.parse(text)
    const features = (data as { readonly features?: unknown } | null)?.features
    if (!Array.isArray(features)) return undefined
    return features.map((one: unknown) => (typeof one === 'object' && one !== null ? one : {}))
  } catch {
    return undefined
  }
}

function pointOf({ geometry }: Feature): [lon: string, lat: string] {
  const at = geometry?.type === 'Point' ? geometry.coordinates : undefined
  return Array.isArray(at) ? [cellOf(at[0]), cellOf(at[1])] : ['', '']
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('|')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
