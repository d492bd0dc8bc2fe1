// Which cell of a row is what: by the header, and by the names that the configuration gives.
import { type RecordedMeasure, recordedFields } from '@bakwacht/firmware-contracts'
import type { ColumnMapping } from '../config/analysis-config.ts'
import { InputError } from '../input-error.ts'

export interface Columns {
  /** Place in the row; `null`: the file is of one device and does not name it. */
  readonly device: number | null
  readonly ts: number
  readonly measures: readonly MeasureColumn[]
  /** Names as they stand in the file. */
  readonly header: readonly string[]
}

export interface MeasureColumn {
  readonly place: number
  readonly field: RecordedMeasure
  readonly scale: number
  readonly offset: number
}

/** One of these makes a reading; the others come along. */
const MEASURED: readonly RecordedMeasure[] = ['distance_mm', 'fill_pct', 'temp_c', 'rh_pct']

/**
 * Columns that the configuration does not name are found under their own names.
 * @throws InputError when a named column is missing, or the rest is too little to go by
 */
export function columnsOf(
  header: readonly string[],
  mapped: Readonly<Record<string, ColumnMapping>>,
  file: string,
): Columns {
  const names = header.map((name) => name.trim())
  const ownNames = names.map((name) => name.toLowerCase())
  const placeOf = (field: string): number | null => {
    const name = nameOf(mapped[field])
    const place = name === undefined ? ownNames.indexOf(field) : names.indexOf(name)
    if (place >= 0) return place
    if (name === undefined) return null
    throw fault(`got no column "${name}" for ${field}; there are ${names.join(', ')}`)
  }
  const measures = new Map<RecordedMeasure, MeasureColumn>()
  const inOrder = Object.keys(recordedFields).sort(
    (a, b) => Number(b in mapped) - Number(a in mapped),
  )
  for (const name of inOrder) {
    const place = placeOf(name)
    const known = recordedFields[name]
    if (place === null || known === undefined) continue
    const twice = measures.has(known.field)
    if (twice && name in mapped) throw fault(`columns: ${name}: there is another ${known.field}`)
    if (!twice)
      measures.set(known.field, { place, field: known.field, ...scaled(known, mapped[name]) })
  }
  const ts = placeOf('ts')
  if (ts === null || !MEASURED.some((field) => measures.has(field)))
    throw fault(
      `got columns ${names.join(', ')}, wanted ts and at least one of ${MEASURED.join(', ')} (the configuration can name others)`,
    )
  return { device: placeOf('device'), ts, measures: [...measures.values()], header: names }

  function fault(message: string): InputError {
    return new InputError(`${file}: line 1: ${message}`)
  }
}

const nameOf = (mapping: ColumnMapping | undefined): string | undefined =>
  typeof mapping === 'object' ? mapping.column : mapping

/** The field's own unit first, then what the configuration says of the numbers in the file. */
function scaled(
  { scale, offset }: Pick<MeasureColumn, 'scale' | 'offset'>,
  mapping: ColumnMapping | undefined,
): Pick<MeasureColumn, 'scale' | 'offset'> {
  if (typeof mapping !== 'object') return { scale, offset }
  return { scale: scale * mapping.scale, offset: offset + scale * mapping.offset }
}
