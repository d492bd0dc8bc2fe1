// Time as a search should count it where others have the processor too: what its threads got of it, not
// what passed meanwhile. It runs as slowly as the clock divided by the search's patience, and no slower.

/** Milliseconds that the calling thread has computed. */
export function computedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** What was computed is asked of the system once in so many milliseconds: it costs microseconds. */
const ASK_EVERY_MS = 1

/**
 * A thread's own time, from now on.
 * @param clock milliseconds from any zero
 * @param computed milliseconds of the processor's
 */
export function fairClock(
  clock: () => number,
  computed: () => number,
  patience: number,
): () => number {
  const beganAt = clock()
  const before = computed()
  let askedAt = beganAt
  let own = 0
  return () => {
    const now = clock()
    if (now - askedAt >= ASK_EVERY_MS) {
      own = computed() - before
      askedAt = now
    }
    return beganAt + Math.max(own, (now - beganAt) / patience)
  }
}

/** What threads computed of the time that they searched for. */
export interface Given {
  readonly computedMs: number
  readonly tookMs: number
}

/** How many times as long as alone threads need that get so much of the processor; at most `patience`. */
export const timesAsLong = ({ computedMs, tookMs }: Given, patience: number): number =>
  Math.max(1, Math.min(tookMs / Math.max(computedMs, 1), patience))
