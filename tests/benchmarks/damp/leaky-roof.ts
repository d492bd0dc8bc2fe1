// A roof that opens now and then: closed for some weeks, open until the water that the next rain
// brought has stood in the bin for some days, then mended. A bin is emptied when its roof is mended.
import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import { between, type Random } from '@bakwacht/simulators/world'

export interface Leak {
  /** UTC ms: the hour in which enough water had come in, and when the roof was mended. */
  readonly at: number
  readonly mendedAt: number
  /** Litres that came in during the first 24 h. */
  readonly litres24h: number
}

/** So much water makes a leak: a glass of it wets one bag. */
export const LEAK_LITRES = 0.5
const WET_DAYS = 3

/** @param rainMmAt rain in the hour that begins at this instant */
export function leaksOf(
  rainMmAt: (at: number) => number,
  leakM2: number,
  span: { readonly from: number; readonly to: number },
  random: Random,
): { readonly leaks: readonly Leak[]; readonly open: (at: number) => boolean } {
  const holes: { readonly from: number; readonly to: number }[] = []
  const leaks: Leak[] = []
  let at = span.from + between(random, 14, 30) * DAY_MS
  while (at < span.to - (WET_DAYS + 2) * DAY_MS) {
    const opened = Math.floor(at / HOUR_MS) * HOUR_MS
    const wetAt = soaked(opened)
    if (wetAt === undefined) break
    const mendedAt = wetAt + WET_DAYS * DAY_MS
    if (mendedAt >= span.to) break
    holes.push({ from: opened, to: mendedAt })
    leaks.push({ at: wetAt, mendedAt, litres24h: litres(wetAt, wetAt + DAY_MS) })
    at = mendedAt + between(random, 14, 30) * DAY_MS
  }
  return { leaks, open: (time) => holes.some(({ from, to }) => from <= time && time < to) }

  /** The first hour by whose end enough came in within a day. */
  function soaked(opened: number): number | undefined {
    for (let hour = opened; hour < span.to; hour += HOUR_MS)
      if (litres(Math.max(opened, hour + HOUR_MS - DAY_MS), hour + HOUR_MS) >= LEAK_LITRES)
        return hour
    return undefined
  }

  function litres(from: number, to: number): number {
    let sum = 0
    for (let hour = from; hour < to; hour += HOUR_MS) sum += rainMmAt(hour) * leakM2
    return sum
  }
}
