import { MINUTE_MS, zoneOffsetMs } from '@bakwacht/domain'

/** The instant as local time with its offset, e.g. `2026-11-23T08:12:00+01:00`. */
export function rfc3339(at: number, timezone: string): string {
  const offsetMs = zoneOffsetMs(at, timezone)
  const minutes = Math.abs(offsetMs) / MINUTE_MS
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const offset = `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
  return `${new Date(at + offsetMs).toISOString().slice(0, 19)}${offset}`
}
