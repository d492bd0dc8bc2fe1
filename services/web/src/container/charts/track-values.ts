// A chart in words: for each day the lowest, the highest and the last value.
import type { Track } from './columns.ts'

export interface Extent {
  readonly lowest: number
  readonly highest: number
  readonly last: number
}

/** As its chart says it, in one sentence; what is foreseen does not count. */
export function summaryOf(
  track: Track,
  now: number,
  said: Said,
  write: (value: number) => string,
): string {
  const extent = extentOf(track, now)
  if (extent === undefined) return said.nothing
  const { at, values, gapMs } = track
  const lastAt = at.findLast((time, index) => values[index] != null && time <= now + gapMs) ?? 0
  const isNow = lastAt > now - gapMs
  const sentence = isNow ? said.now : said.between
  return sentence(write(extent.lowest), write(extent.highest), write(extent.last))
}

type Sentence = (lowest: string, highest: string, last: string) => string

interface Said {
  readonly nothing: string
  /** It ends now. */
  readonly now: Sentence
  readonly between: Sentence
}

export interface PeriodRow extends Extent {
  /** As it is called, e.g. a day. */
  readonly period: string
}

/** `undefined`: no value in it. @param until UTC ms: what is foreseen does not count */
export function extentOf({ at, values }: Track, until = Number.POSITIVE_INFINITY) {
  const known = values.filter(
    (value, index): value is number => value !== null && (at[index] ?? 0) <= until,
  )
  return known.length === 0 ? undefined : extent(known)
}

/** @param periodOf the name of the period that a time is in */
export function rowsOf(
  { at, values }: Track,
  periodOf: (time: number) => string,
): readonly PeriodRow[] {
  const periods = new Map<string, number[]>()
  for (const [index, time] of at.entries()) {
    const value = values[index]
    if (value === null || value === undefined) continue
    const period = periodOf(time)
    const known = periods.get(period)
    if (known === undefined) periods.set(period, [value])
    else known.push(value)
  }
  return [...periods].map(([period, known]) => ({ period, ...extent(known) }))
}

const extent = (known: readonly number[]): Extent => ({
  lowest: Math.min(...known),
  highest: Math.max(...known),
  last: known.at(-1) ?? Number.NaN,
})

/** The value at this time, or the nearest one before the gap that it is in would count. */
export function valueNear({ at, values, gapMs }: Track, time: number): number | undefined {
  let nearest: { readonly away: number; readonly value: number } | undefined
  for (const [index, each] of at.entries()) {
    const value = values[index]
    const away = Math.abs(each - time)
    if (value === null || value === undefined || away > gapMs / 2) continue
    if (nearest === undefined || away < nearest.away) nearest = { away, value }
  }
  return nearest?.value
}
