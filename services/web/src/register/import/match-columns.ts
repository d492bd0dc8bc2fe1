// Which column of a file is which field of a container, guessed by name in four languages and by what stands in it.
import { readPlace } from '../place/read-place.ts'
import { FIELD_NAMES } from './field-names.ts'
import type { ImportedTable } from './read-file.ts'

/** In the order in which people are asked. `place`: both coordinates, or a map's link, in one cell. */
export const FIELDS = [
  'name',
  'lat',
  'lon',
  'place',
  'id',
  'capacity_l',
  'municipality',
  'note',
  'depot_id',
  'site_id',
  'fill_threshold_pct',
  'max_days_between_visits',
  'service_min',
  'empty_distance_mm',
  'full_distance_mm',
  'last_emptied_at',
  'vehicle_types',
  'access',
  'active',
] as const
export type ImportField = (typeof FIELDS)[number]

/** The index of each field's column; a field that the file does not have is missing. */
export type Matching = Readonly<Partial<Record<ImportField, number>>>

export function guessColumns(table: ImportedTable): Matching {
  const names = table.columns.map(plainName)
  const matching: Partial<Record<ImportField, number>> = {}
  const free = (at: number) => !Object.values(matching).includes(at)
  const looksRight = (field: ImportField, at: number) => fits(field, samplesOf(table, at, 20))
  const take = (field: ImportField) => {
    const at = FIELD_NAMES[field]
      .split(' ')
      .flatMap((name) => names.flatMap((one, index) => (one === name ? [index] : [])))
      .find((index) => free(index) && looksRight(field, index))
    if (at !== undefined) matching[field] = at
  }
  take('lat')
  take('lon')
  if (matching.lat === undefined || matching.lon === undefined) {
    delete matching.lat
    delete matching.lon
    take('place')
  }
  // A column called "location" may hold coordinates or an address: places have gone first.
  for (const field of FIELDS) if (!['lat', 'lon', 'place'].includes(field)) take(field)
  return matching
}

/** Some of what stands in a column. */
export const samplesOf = (table: ImportedTable, column: number, most = 3): readonly string[] =>
  table.rows
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, most)

const NUMBERS: ReadonlySet<ImportField> = new Set([
  'lat',
  'lon',
  'capacity_l',
  'fill_threshold_pct',
  'max_days_between_visits',
  'service_min',
  'empty_distance_mm',
  'full_distance_mm',
])

function fits(field: ImportField, samples: readonly string[]): boolean {
  if (field === 'place') return samples.some((sample) => readPlace(sample) !== undefined)
  if (!NUMBERS.has(field)) return true
  return (
    samples.length === 0 || samples.some((sample) => /\d/.test(sample) && !/[a-z]{4}/i.test(sample))
  )
}

const plainName = (heading: string) =>
  heading
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|[^a-z0-9]/g, '')
