// A value that says the same again and again. Coarse sensors over a bin to which nobody brings
// anything do that too, for days: so a run must be far longer than any that this sensor had before,
// and something else must have moved meanwhile.
import type { Evidence } from '../../../alert/alert.ts'
import { DAY_MS, HOUR_MS } from '../../../time/local-time.ts'
import { rounded } from '../../rounded.ts'

export interface Frozen {
  readonly value: number
  /** UTC ms: first and last reading of this value in a row. */
  readonly since: number
  readonly at: number
  readonly readings: number
  /** Range of what should move with it meanwhile; `null`: not measured. */
  readonly moved: { readonly least: number; readonly most: number } | null
  /** Its longest run before, ms, and since when it has been watched. */
  readonly longestMs: number
  readonly watchedSince: number
}

const FEWEST_READINGS = 24
/** So much longer than any run before. */
const LONGER = 3
/** What a sensor usually does, nobody knows sooner; one that never said anything else may be coarse. */
const WATCHED_MS = 7 * DAY_MS
const LONGEST_REMEMBERED_MS = 10 * DAY_MS
/** Without anything else that could have moved it takes so much longer. */
const UNWITNESSED = 2

export function frozenAfter(
  before: Frozen | null,
  at: number,
  value: number,
  witness: number | null,
): Frozen {
  if (before !== null && before.value === value) {
    const { moved } = before
    return {
      ...before,
      at,
      readings: before.readings + 1,
      moved: witness === null ? moved : widened(moved, witness),
    }
  }
  const lastRunMs = before === null ? 0 : before.at - before.since
  return {
    ...{ value, since: at, at, readings: 1 },
    moved: witness === null ? null : { least: witness, most: witness },
    longestMs: Math.min(Math.max(before?.longestMs ?? 0, lastRunMs), LONGEST_REMEMBERED_MS),
    watchedSince: before?.watchedSince ?? at,
  }
}

const widened = (range: Frozen['moved'], value: number): NonNullable<Frozen['moved']> =>
  range === null
    ? { least: value, most: value }
    : value < range.least
      ? { ...range, least: value }
      : value > range.most
        ? { ...range, most: value }
        : range

/**
 * @param swing by how much what is beside it must have moved
 * @param times so much longer than usual it must last
 */
export function isFrozen(
  frozen: Frozen | null,
  swing: number,
  stuckHours: number,
  times = 1,
): boolean {
  if (frozen === null || frozen.readings < FEWEST_READINGS) return false
  const { since, at, moved, longestMs, watchedSince } = frozen
  if (moved !== null && moved.most - moved.least < swing) return false
  const wantedMs = Math.max(stuckHours * HOUR_MS, longestMs * LONGER) * times
  if (since - watchedSince < WATCHED_MS)
    return moved !== null && at - since >= Math.max(wantedMs, 2 * WATCHED_MS)
  return at - since >= wantedMs * (moved === null ? UNWITNESSED : 1)
}

export const frozenEvidence = (
  field: string,
  { value, since, at, readings }: Frozen,
): Evidence => ({
  field,
  value: rounded(value, 2),
  since_at: since,
  at,
  hours: Math.round((at - since) / HOUR_MS),
  readings,
})
