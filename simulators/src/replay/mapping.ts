// Which column of a recording is which field of a reading, in which unit.
import { isId, timestampMs, type WireReading } from '@bakwacht/firmware-contracts'

type Measured = Exclude<keyof WireReading, 'v' | 'ts'>

interface Target {
  readonly field: Measured
  readonly scale: number
  readonly offset?: number
}

const as = (field: Measured, scale = 1, offset = 0): Target => ({ field, scale, offset })

/** Names on the left of `--map`: fields of the payload, and the same in other units. */
export const targets: Readonly<Record<string, Target>> = {
  distance_mm: as('distance_mm'),
  distance_cm: as('distance_mm', 10),
  distance_m: as('distance_mm', 1_000),
  fill_pct: as('fill_pct'),
  fill_fraction: as('fill_pct', 100),
  temp_c: as('temp_c'),
  temp_f: as('temp_c', 5 / 9, -160 / 9),
  rh_pct: as('rh_pct'),
  rh_fraction: as('rh_pct', 100),
  battery_v: as('battery_v'),
  battery_mv: as('battery_v', 0.001),
  rssi_dbm: as('rssi_dbm'),
  tilt_deg: as('tilt_deg'),
  lid_opens: as('lid_opens'),
  seq: as('seq'),
}

export interface Mapping {
  readonly deviceColumn: string
  readonly tsColumn: string
  readonly columns: readonly { readonly column: string; readonly target: Target }[]
}

/**
 * @param text `ts=timestamp_utc,device=device_eui,distance_cm=distance_cm,…`
 * @throws Error that says which part is wrong, and what could stand there
 */
export function parseMapping(text: string): Mapping {
  const parts = text.split(',').map((part) => part.split('='))
  const columns: { column: string; target: Target }[] = []
  let deviceColumn: string | undefined
  let tsColumn: string | undefined
  for (const [name = '', column = '', ...rest] of parts) {
    if (column === '' || rest.length > 0)
      throw new Error(`got "${[name, column, ...rest].join('=')}", wanted field=column`)
    const target = Object.hasOwn(targets, name) ? targets[name] : undefined
    if (name === 'device') deviceColumn = column
    else if (name === 'ts') tsColumn = column
    else if (target !== undefined) columns.push({ column, target })
    else
      throw new Error(
        `"${name}" is no field; there are device, ts, ${Object.keys(targets).join(', ')}`,
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
  readonly measured: Partial<Record<Measured, number>>
}

/** @returns the reading, or why the row is none */
export function readRow(
  row: Readonly<Record<string, string>>,
  mapping: Mapping,
): RecordedReading | { readonly unreadable: string } {
  const deviceId = row[mapping.deviceColumn] ?? ''
  if (!isId(deviceId))
    return { unreadable: `${mapping.deviceColumn}: got "${deviceId}", wanted a device id` }
  const at = instant(row[mapping.tsColumn] ?? '')
  if (at === undefined)
    return { unreadable: `${mapping.tsColumn}: got "${row[mapping.tsColumn]}", wanted a time` }
  const measured: Partial<Record<Measured, number>> = {}
  for (const { column, target } of mapping.columns) {
    const text = (row[column] ?? '').trim()
    if (text === '') continue
    const number = Number(text)
    if (!Number.isFinite(number)) return { unreadable: `${column}: got "${text}", wanted a number` }
    measured[target.field] = tidy(number * target.scale + (target.offset ?? 0))
  }
  const { distance_mm, fill_pct, temp_c, rh_pct } = measured
  if ([distance_mm, fill_pct, temp_c, rh_pct].every((value) => value === undefined))
    return { unreadable: 'nothing measured' }
  return { deviceId, at, measured }
}

/** Without the dust of floating-point arithmetic: 3610 mV are 3.61 V. */
const tidy = (value: number): number => Number(value.toPrecision(12))

function instant(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return timestampMs(Number(text))
  const withT = text.replace(' ', 'T')
  return timestampMs(withT) ?? timestampMs(`${withT}Z`)
}
