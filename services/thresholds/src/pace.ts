// The time to judge at. Usually now. While readings from long ago stream in (a replay, a backlog
// after an outage of everything), judging at now would call every container silent until the rest
// has come; so long it is the time of the newest reading.

/** Readings lag behind when the newest is older than this. */
const LAG_MS = 6 * 3_600_000
/** The stream is over when nothing came for this long. */
const STREAMING_MS = 60_000

export interface Pace {
  /** @param newestReadingAt of the round that asks, `null`: it had none */
  judgedAt(newestReadingAt: number | null): number
}

export function createPace(clock: () => number): Pace {
  let newest = Number.NEGATIVE_INFINITY
  let cameAt = Number.NEGATIVE_INFINITY
  return {
    judgedAt(newestReadingAt) {
      const now = clock()
      if (newestReadingAt !== null) {
        newest = Math.max(newest, newestReadingAt)
        cameAt = now
      }
      const lagging = newest < now - LAG_MS && now - cameAt < STREAMING_MS
      return lagging ? newest : now
    },
  }
}
