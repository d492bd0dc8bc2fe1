// A field's value as people read it.
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { writtenPlace } from '../place/read-place.ts'

export function shownValue(value: unknown): string {
  const said = words().imports
  if (value === null || value === undefined) return said.none
  if (typeof value === 'number') return number(value, 3)
  if (typeof value === 'boolean') return value ? said.yes : said.no
  if (typeof value === 'string') return value
  if (isPoint(value)) return writtenPlace(value.coordinates)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return JSON.stringify(value)
}

const isPoint = (value: unknown): value is { readonly coordinates: readonly [number, number] } =>
  typeof value === 'object' && value !== null && 'coordinates' in value
