// Hourly weather as CSV with the columns timestamp_utc, temp_c, rh_pct and, if wanted, rain_mm. Rows that
// cannot be read are left out and counted.
import { HOUR_MS, type OutdoorHour } from '@bakwacht/domain'

const COLUMNS = ['timestamp_utc', 'temp_c', 'rh_pct', 'rain_mm'] as const

/** @throws Error that names the column that is missing */
export function parseWeather(text: string): {
  readonly hours: Map<number, OutdoorHour>
  readonly unreadable: number
} {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const names = header.split(',').map((name) => name.trim())
  const [time, temp, rh, rain] = COLUMNS.map((name) => names.indexOf(name))
  for (const [name, index] of [
    ['timestamp_utc', time],
    ['temp_c', temp],
    ['rh_pct', rh],
  ] as const)
    if (index === -1) throw new Error(`weather file: got columns "${header}", wanted ${name} too`)

  const hours = new Map<number, OutdoorHour>()
  let unreadable = 0
  for (const line of lines) {
    const cells = line.split(',')
    const cell = (index = -1) => (cells[index]?.trim() ? Number(cells[index]) : Number.NaN)
    const at = utcOf(cells[time ?? -1]?.trim() ?? '')
    const hour = { tempC: cell(temp), rhPct: cell(rh), rainMm: numberOrNull(cell(rain)) }
    if (Number.isFinite(at) && Number.isFinite(hour.tempC) && Number.isFinite(hour.rhPct))
      hours.set(Math.floor(at / HOUR_MS), hour)
    else unreadable++
  }
  return { hours, unreadable }
}

const numberOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** A time without a zone is UTC too, as the column says: `Date.parse` would take the machine's zone. */
const utcOf = (text: string): number =>
  Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
