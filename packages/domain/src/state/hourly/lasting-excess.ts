// How much wetter the air in this bin has been lately than the reference's: a mean over the hours that can be
// compared, in which an hour counts half as much as one six such hours later. One hour alone says little.
import type { CountedHour } from './excess.ts'

export interface LastingExcess {
  /** The last counted one, since 1970. */
  readonly hour: number
  readonly gPerM3: number
}

const HALF_LIFE_HOURS = 6
/** Without a countable hour for longer than this it begins anew. */
const LONGEST_GAP_HOURS = 30

export function lastingAfter(
  before: LastingExcess | null,
  { hour, excessGPerM3, weight }: CountedHour,
): LastingExcess {
  if (before === null || hour - before.hour > LONGEST_GAP_HOURS)
    return { hour, gPerM3: excessGPerM3 }
  const kept = 2 ** (-weight / HALF_LIFE_HOURS)
  return { hour, gPerM3: kept * before.gPerM3 + (1 - kept) * excessGPerM3 }
}
