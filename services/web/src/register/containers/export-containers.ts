// Containers as files that the import takes back.
import type { Container } from '@bakwacht/api/contract'
import type { Language } from '../../language/language.ts'

const COLUMNS = [
  'id',
  'name',
  'lon',
  'lat',
  'site_id',
  'municipality',
  'note',
  'depot_id',
  'capacity_l',
  'empty_distance_mm',
  'full_distance_mm',
  'fill_threshold_pct',
  'service_min',
  'max_days_between_visits',
  'last_emptied_at',
  'access',
  'vehicle_types',
  'active',
] as const

type Column = (typeof COLUMNS)[number]

export const containersAsGeoJson = (containers: readonly Container[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: containers.map(({ location, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry: location,
      properties,
    })),
  })

/** As the spreadsheets of the language's countries open it: semicolons and decimal commas, but for English. */
export function containersAsCsv(containers: readonly Container[], language: Language): string {
  const english = language === 'en'
  const cell = (container: Container, column: Column): string => {
    const value = valueIn(container, column)
    if (value === null || value === undefined) return ''
    if (typeof value === 'number') return english ? `${value}` : `${value}`.replace('.', ',')
    return quoted(typeof value === 'string' ? value : JSON.stringify(value))
  }
  const separator = english ? ',' : ';'
  const lines = [
    COLUMNS.join(separator),
    ...containers.map((one) => COLUMNS.map((column) => cell(one, column)).join(separator)),
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function valueIn(container: Container, column: Column) {
  switch (column) {
    case 'lon':
      return container.location.coordinates[0]
    case 'lat':
      return container.location.coordinates[1]
    case 'vehicle_types':
      return container.vehicle_types?.join('|')
    case 'access':
      return container.access.length === 0 ? null : container.access
    default:
      return container[column]
  }
}

const quoted = (text: string) =>
  /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
