// With InfluxDB, SQL keeps what may still be folded again and whatever InfluxDB lacks.
import { setTimeout as sleep } from 'node:timers/promises'
import { HOUR_MS } from '../history/reading-source.ts'
import { bucketOf } from '../history/sums.ts'
import type { Clock } from '../log.ts'
import type { Outbox } from './outbox.ts'

/**
 * Of each device, back from its newest reading: one may come 14 days late, and is folded again from the
 * midnight before it: a day more, and one to spare. So a device that comes back after a month, and tells
 * of it from its beginning on, finds the days that this begins with.
 */
export const KEPT_MS = 16 * 24 * HOUR_MS

/** Before the earliest reading that the thresholds have not seen yet: that midnight, and a day to spare. */
export const KEPT_BEFORE_UNSEEN_MS = 2 * 24 * HOUR_MS

/** Small, so that a commit never waits long behind a removal. */
const CHUNK = 500
const BETWEEN_CHUNKS_MS = 20

/** Removes what is due, chunk by chunk. @returns how many readings */
export async function removeForwarded(
  outbox: Pick<Outbox, 'forget'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<number> {
  const observedBefore = bucketOf(clock() - KEPT_MS, HOUR_MS)
  let removed = 0
  while (!signal.aborted) {
    const chunk = await outbox.forget(observedBefore, CHUNK)
    removed += chunk
    if (chunk < CHUNK) break
    await sleep(BETWEEN_CHUNKS_MS, undefined, { signal }).catch(() => {})
  }
  return removed
}
