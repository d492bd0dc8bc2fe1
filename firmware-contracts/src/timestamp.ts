// The three forms of `ts`: seconds since 1970 UTC, milliseconds (from 1e11), RFC 3339.
import { TS_MILLISECONDS_FROM } from './limits.ts'

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/** @returns whole UTC milliseconds; undefined if a text is no RFC 3339 time */
export function timestampMs(ts: number | string): number | undefined {
  if (typeof ts === 'string') return rfc3339Ms(ts)
  return Math.round(Math.abs(ts) >= TS_MILLISECONDS_FROM ? ts : ts * 1000)
}

function rfc3339Ms(text: string): number | undefined {
  const match = RFC_3339.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number)
  const offsetHour = Number(match[9] ?? 0)
  const offsetMinute = Number(match[10] ?? 0)
  // Second 60 is a leap second: the instant of the next minute's second 0.
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59)
    return undefined
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined
  const fraction = Math.round(Number(match[7] ?? 0) * 1000)
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute)
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction
}
