import { localClock, type Run, reasonText } from '@bakwacht/domain'
import type { ExportContext } from './export-context.ts'

const COLUMNS = [
  'stop',
  'trip',
  'arrival',
  'departure',
  'kind',
  'name',
  'municipality',
  'container_id',
  'latitude',
  'longitude',
  'expected_kg',
  'expected_l',
  'drive_km',
  'drive_min',
  'reason',
] as const

/** The run as CSV (RFC 4180, UTF-8): one stop a line in driving order, local clock times, words in the language asked for. */
export function runCsv(run: Run, { language, timezone, containers }: ExportContext): string {
  const rows = run.stops.map((stop) => {
    const container = containers.find(({ id }) => id === stop.containerId)
    const [lon, lat] = stop.location
    return [
      stop.seq,
      stop.trip,
      localClock(stop.arrival, timezone),
      localClock(stop.departure, timezone),
      stop.kind,
      stop.name,
      container?.municipality ?? '',
      stop.containerId ?? '',
      lat,
      lon,
      stop.expectedKg,
      stop.expectedL,
      Math.round(stop.legDistanceM / 100) / 10,
      Math.round(stop.legDurationS / 60),
      reasonText(stop.reason, language, { timezone }),
    ]
  })
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
