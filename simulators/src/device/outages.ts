// While there is no network a device stores its readings; afterwards it sends them as arrays.
import { MAX_ITEMS, type WireReading } from '@bakwacht/firmware-contracts'
import { between, chance, exponential, type Random } from '../world/random.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import type { Emission } from './emission.ts'

export interface Outage {
  /** UTC ms, `[from, to)`. */
  readonly from: number
  readonly to: number
}

/** How stored readings go out. */
type Stored = Extract<Emission, { kind: 'reading' | 'backfill' }>

/** @param spans ascending */
export function outages(
  spans: readonly Outage[],
): (emissions: readonly Emission[], at: number) => readonly Emission[] {
  let stored: WireReading[] = []
  return (emissions, at) => {
    if (spans.some(({ from, to }) => from <= at && at < to)) {
      for (const emission of emissions)
        if (emission.kind === 'reading') stored.push(emission.reading)
      return emissions.filter(({ kind }) => kind !== 'reading')
    }
    if (stored.length === 0) return emissions
    const waiting = stored
    stored = []
    return [...inArrays(waiting), ...emissions]
  }
}

/** An item of an array needs its time: a reading without one goes alone. */
export function inArrays(readings: readonly WireReading[]): Stored[] {
  const timed = readings.filter(({ ts }) => ts !== undefined)
  const untimed = readings.filter(({ ts }) => ts === undefined)
  const arrays: Stored[] = []
  for (let at = 0; at < timed.length; at += MAX_ITEMS)
    arrays.push({ kind: 'backfill', readings: timed.slice(at, at + MAX_ITEMS) })
  return [...arrays, ...untimed.map((reading): Stored => ({ kind: 'reading', reading }))]
}

/**
 * The radio gaps of an ordinary device: about one a fortnight, mostly hours, now and then days.
 * All of them end before the period does.
 */
export function radioGaps(random: Random, startAt: number, endAt: number): Outage[] {
  const gaps: Outage[] = []
  for (let from = startAt; ; ) {
    from += exponential(random, 14 * DAY_MS)
    const hours = chance(random, 0.1) ? between(random, 24, 72) : between(random, 1, 8)
    const to = from + hours * HOUR_MS
    if (to >= endAt) return gaps
    gaps.push({ from, to })
    from = to
  }
}
