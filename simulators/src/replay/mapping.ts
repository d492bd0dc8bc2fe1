// Which column of a recording is which field of a reading, in which unit.
import {
  inPayloadUnit,
  isId,
  type RecordedField,
  type RecordedMeasure,
  recordedFields,
  recordedTimeMs,
} from '@bakwacht/firmware-contracts'

export interface Mapping {
  readonly deviceColumn: string
  readonly tsColumn: string
  readonly columns: readonly { readonly column: string; readonly field: RecordedField }[]
}

/**
 * @param text `ts=timestamp_utc,device=device_eui,distance_cm=distance_cm,…`
 * @throws Error that says which part is wrong, and what could stand there
 */
export function parseMapping(text: string): Mapping {
  const parts = text.split(',').map((part) => part.split('='))
  const columns: { column: string; field: RecordedField }[] = []
  let deviceColumn: string | undefined
  let tsColumn: string | undefined
  for (const [name = '', column = '', ...rest] of parts) {
    if (column === '' || rest.length > 0)
      throw new Error(`got "${[name, column, ...rest].join('=')}", wanted field=column`)
    const field = Object.hasOwn(recordedFields, name) ? recordedFields[name] : undefined
    if (name === 'device') deviceColumn = column
    else if (name === 'ts') tsColumn = column
    else if (field !== undefined) columns.push({ column, field })
    else
      throw new Error(
        `"${name}" is no field; there are device, ts, ${Object.keys(recordedFields).join(', ')}`,
      )
  }
  if (deviceColumn === undefined || tsColumn === undefined || columns.length === 0)
    throw new Error('wanted at least device=…, ts=… and one measurement')
  return { deviceColumn, tsColumn, columns }
}

export interface RecordedReading {
  readonly deviceId: string
  /** UTC ms. */
  readonly at: number
  readonly measured: Partial<Record<RecordedMeasure, number>>
}

/** @returns the reading, or why the row is none */
export function readRow(
  row: Readonly<Record<string, string>>,
  mapping: Mapping,
): RecordedReading | { readonly unreadable: string } {
  const deviceId = row[mapping.deviceColumn] ?? ''
  if (!isId(deviceId))
    return { unreadable: `${mapping.deviceColumn}: got "${deviceId}", wanted a device id` }
  const at = recordedTimeMs(row[mapping.tsColumn] ?? '')
  if (at === undefined)
    return { unreadable: `${mapping.tsColumn}: got "${row[mapping.tsColumn]}", wanted a time` }
  const measured: Partial<Record<RecordedMeasure, number>> = {}
  for (const { column, field } of mapping.columns) {
    const text = (row[column] ?? '').trim()
    if (text === '') continue
    const number = Number(text)
    if (!Number.isFinite(number)) return { unreadable: `${column}: got "${text}", wanted a number` }
    measured[field.field] = inPayloadUnit(number, field)
  }
  const { distance_mm, fill_pct, temp_c, rh_pct } = measured
  if ([distance_mm, fill_pct, temp_c, rh_pct].every((value) => value === undefined))
    return { unreadable: 'nothing measured' }
  return { deviceId, at, measured }
}
