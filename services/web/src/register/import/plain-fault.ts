// What the API says of a bad row, in the page's words.
import type { Problem } from '@bakwacht/api/contract'
import type { Words } from '../../language/words.ts'
import { FIELDS, type ImportField } from './match-columns.ts'
import type { PreparedRow } from './prepare-import.ts'

type Said = Words['imports']
type FieldError = NonNullable<Problem['errors']>[number]

export interface BadRow {
  /** How the file counts it. */
  readonly at: number
  readonly name: string
  readonly field: string
  readonly why: string
}

/** Of each row what is wrong with it; what is wrong with the file as a whole is no row's. */
export const badRows = (
  errors: readonly FieldError[],
  rows: readonly PreparedRow[],
  said: Said,
): readonly BadRow[] =>
  errors.flatMap((error) => {
    const row = error.row === undefined ? undefined : rows[error.row]
    if (row === undefined) return []
    const { at, name } = row
    const of = fieldOf(error.field)
    const [lon, lat] = row.feature.geometry?.coordinates ?? []
    // Neither number could be read from the one cell: said once.
    if (typeof lon === 'string' && lon === lat && (of === 'lon' || of === 'lat'))
      return of === 'lon' ? [{ at, name, field: said.place, why: said.unfit(error.got) }] : []
    // In one column or in two.
    const field = of === 'place' ? said.place : said.fields[of]
    return [{ at, name, field, why: why(error, rows, said) }]
  })

export function fieldOf(path: string): ImportField {
  if (path === 'location.coordinates.0') return 'lon'
  if (path === 'location.coordinates.1') return 'lat'
  const field = path.split('.')[0]
  return FIELDS.find((one) => one === field) ?? 'place'
}

function why({ got, wanted }: FieldError, rows: readonly PreparedRow[], said: Said): string {
  const twice = /^an id that row (\d+) does not have$/.exec(wanted)
  if (twice !== null) return said.twice(got, rows[Number(twice[1])]?.at ?? 0)
  if (got === 'nothing' || got === '""') return said.nothing
  if (wanted === 'a number') return said.noNumber(got)
  if (wanted === 'a boolean') return said.noFlag(got)
  if (wanted.startsWith('RFC 3339')) return said.noDate(got)
  if (wanted.startsWith('the id of a registered')) return said.unknown(got)
  if (wanted.startsWith('1 to 64')) return said.noCode(got)
  const bound = /^at (least|most) (-?[\d.]+)$/.exec(wanted)
  if (bound !== null)
    return bound[1] === 'least'
      ? said.tooSmall(got, bound[2] ?? '')
      : said.tooLarge(got, bound[2] ?? '')
  if (wanted === 'a distance below empty_distance_mm') return said.fullBelowEmpty
  return said.unfit(got)
}
