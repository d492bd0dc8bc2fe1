import { MINUTE_MS, zoneOffsetMs } from '@bakwacht/domain'

/** RFC 3339 in local time with its offset; milliseconds where there are some. @param at UTC ms */
export function zonedTime(at: number, timezone: string): string {
  // RFC 3339 has whole minutes; a zone that differed by seconds (before 1972) is rounded.
  const minutes = Math.round(zoneOffsetMs(at, timezone) / MINUTE_MS)
  const local = new Date(at + minutes * MINUTE_MS).toISOString().replace(/(\.000)?Z$/, '')
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0')
  const ahead = Math.abs(minutes)
  return `${local}${minutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`
}
