// The days that a container remembers, four letters each: they are in every checkpoint of its fold.

/**
 * The level at the end of a day, %, and the points that came in since the last day that ended with a known
 * level; negative where the echoes say so. `null`: no level that day.
 */
export type DayEnd = readonly [pct: number, inflowPct: number] | null

/** One day after the other, the newest last. */
export type PackedDays = string

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let value = 0; value < LETTERS.length; value++) VALUES[LETTERS.charCodeAt(value)] = value
const A_DAY = 4
/** Tenths of a point in two letters; inflow is counted from the middle. */
const MOST = LETTERS.length ** 2 - 1
const MIDDLE = 2048
const NO_LEVEL = 'AAAA'

/** To a tenth of a point; an inflow beyond ±204 points is cut off there. */
export function packDayEnd(day: DayEnd): PackedDays {
  if (day === null) return NO_LEVEL
  const [pct, inflowPct] = day
  return twoLetters(pct * 10 + 1) + twoLetters(inflowPct * 10 + MIDDLE)
}

export function unpackDays(packed: PackedDays): readonly DayEnd[] {
  const days: DayEnd[] = []
  for (let at = 0; at < packed.length; at += A_DAY) {
    const level = valueAt(packed, at)
    days.push(level === 0 ? null : [(level - 1) / 10, (valueAt(packed, at + 2) - MIDDLE) / 10])
  }
  return days
}

/** @param daysAgo 1: the newest */
export const packedDay = (packed: PackedDays, daysAgo: number): DayEnd =>
  unpackDays(packed.slice(-A_DAY * daysAgo).slice(0, A_DAY))[0] ?? null

export const withPackedDay = (packed: PackedDays, daysAgo: number, day: DayEnd): PackedDays => {
  const at = packed.length - A_DAY * daysAgo
  return at < 0 ? packed : packed.slice(0, at) + packDayEnd(day) + packed.slice(at + A_DAY)
}

/** The newest of them. */
export const lastPackedDays = (packed: PackedDays, count: number): PackedDays =>
  packed.slice(-A_DAY * count)

function twoLetters(value: number): string {
  const whole = Math.min(Math.max(Math.round(value), 0), MOST)
  return `${LETTERS[Math.floor(whole / LETTERS.length)]}${LETTERS[whole % LETTERS.length]}`
}

const valueAt = (packed: PackedDays, at: number): number =>
  letterAt(packed, at) * LETTERS.length + letterAt(packed, at + 1)

const letterAt = (packed: PackedDays, at: number): number => VALUES[packed.charCodeAt(at)] ?? 0
