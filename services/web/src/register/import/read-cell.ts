// One cell of a file as the API wants it. What cannot be read stays as it is: the API then names it.
import type { Language } from '../../language/language.ts'
import { readNumber } from '../../language/read-number.ts'
import type { ImportField } from './match-columns.ts'

/** Names and ids of what a cell may point to. */
export interface Pointed {
  readonly id: string
  readonly name: string
}

export interface Reading {
  readonly language: Language
  readonly depots: readonly Pointed[]
  readonly sites: readonly Pointed[]
}

const YES = new Set(['true', '1', 'yes', 'ja', 'oui', 'y', 'j', 'o', 'x', 'wahr', 'waar', 'vrai'])
const NO = new Set(['false', '0', 'no', 'nee', 'non', 'nein', 'n', 'falsch', 'onwaar', 'faux'])

export function readCell(field: ImportField, cell: string, reading: Reading): unknown {
  switch (field) {
    case 'lat':
    case 'lon':
      return degrees(cell)
    case 'capacity_l':
    case 'empty_distance_mm':
    case 'full_distance_mm':
      return numberIn(withoutThousands(cell), reading.language)
    case 'fill_threshold_pct':
    case 'service_min':
    case 'max_days_between_visits':
      return numberIn(cell, reading.language)
    case 'depot_id':
      return pointedTo(cell, reading.depots)
    case 'site_id':
      return pointedTo(cell, reading.sites)
    case 'last_emptied_at':
      return noonOf(cell)
    case 'vehicle_types':
      return cell
        .split(/[|,;/]/)
        .map((one) => one.trim())
        .filter((one) => one !== '')
    case 'access':
      return jsonIn(cell)
    case 'active':
      return flagIn(cell)
    default:
      return cell
  }
}

function degrees(cell: string): number | string {
  const plain = cell.replace(',', '.').replaceAll(/[°\s]/g, '')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : cell
}

/** Litres and millimetres are whole numbers: 2.200 and 2,200 are both two thousand. */
const withoutThousands = (cell: string) =>
  cell.replaceAll(/(?<=^[^\d]*\d{1,3}(?:[.,\s]\d{3})*)[.,\s](?=\d{3}(?!\d))/g, '')

/** With or without a unit behind it. */
function numberIn(cell: string, language: Language): number | string {
  const read = readNumber(cell.replace(/\s*[\p{L}%³]+\.?$/u, ''), language)
  return read === null || Number.isNaN(read) ? cell : read
}

function pointedTo(cell: string, known: readonly Pointed[]): string {
  const sought = cell.toLowerCase()
  const found =
    known.find(({ id }) => id === cell) ?? known.find(({ name }) => name.toLowerCase() === sought)
  return found?.id ?? cell
}

/** A day without a clock time counts from its noon. The day stands before the month, as in Europe. */
function noonOf(cell: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  if (iso !== null) return `${cell}T12:00:00Z`
  const european = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell)
  if (european === null) return cell
  const [, day = '', month = '', year = ''] = european
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T12:00:00Z`
}

function jsonIn(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

function flagIn(cell: string): boolean | string {
  const plain = cell.toLowerCase()
  if (YES.has(plain)) return true
  return NO.has(plain) ? false : cell
}
