// Civil time in an IANA zone, by Intl alone. Instants are UTC ms; dates are `YYYY-MM-DD`.

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** Milliseconds that the zone is ahead of UTC at this instant. */
export function zoneOffsetMs(at: number, zone: string): number {
  const part = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The local date at this instant. */
export const localDate = (at: number, zone: string): string =>
  new Date(at + zoneOffsetMs(at, zone)).toISOString().slice(0, 10)

/** The local clock time at this instant, `HH:MM`. */
export const localClock = (at: number, zone: string): string =>
  new Date(at + zoneOffsetMs(at, zone)).toISOString().slice(11, 16)

const MOST_KNOWN = 20_000
/** By zone, then by date and clock time: a fleet's hours are the same few, asked for thousands of times. */
const known = new Map<string, Map<string, number>>()

/**
 * The instant of a local date and clock time (`00:00`–`24:00`). A time that a clock change skips
 * is taken as if the clock had not changed yet (02:30 becomes 03:30); of a time that comes twice, the first.
 */
export function instantOf(date: string, clock: string, zone: string): number {
  const inZone = known.get(zone) ?? new Map<string, number>()
  known.set(zone, inZone)
  const key = `${date} ${clock}`
  const at = inZone.get(key)
  if (at !== undefined) return at
  if (inZone.size >= MOST_KNOWN) inZone.clear()
  const found = instantFrom(date, clock, zone)
  inZone.set(key, found)
  return found
}

function instantFrom(date: string, clock: string, zone: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const wall = Date.parse(`${date}T00:00:00Z`) + hours * HOUR_MS + minutes * MINUTE_MS
  const before = zoneOffsetMs(wall - DAY_MS, zone)
  const first = wall - before
  if (zoneOffsetMs(first, zone) === before) return first
  const after = zoneOffsetMs(wall + DAY_MS, zone)
  return zoneOffsetMs(wall - after, zone) === after ? wall - after : first
}

/** The date so many days later (or earlier). Dates have no zone, so this is plain arithmetic. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: string): number =>
  ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
