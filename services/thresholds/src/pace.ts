// When a round judges, and how far. Usually at now, and all there is. While readings from long ago stream in (a
// replay, a backlog after an outage of everything), judging at now would call every container silent until the
// rest has come: so long it is the time of the newest reading. And since readings can stream in faster than
// they are judged, a round goes only so far then; one that took all would be longer than the one before.
import { DAY_MS, HOUR_MS } from '@bakwacht/domain'

/** Readings lag behind when the newest is older than this. */
const LAG_MS = 6 * HOUR_MS
/** The stream is over when nothing came for this long. */
const STREAMING_MS = 60_000
/** Days of containers that one round of a fleet that lags behind judges, or one day of each. */
const STAGE_DAYS = 3000

/** What there is to judge. */
export interface Waiting {
  /** UTC ms: the earliest and the latest reading of the devices with new ones; of none, infinity and its opposite. */
  readonly oldest: number
  readonly newest: number
  /** In use, of the whole fleet. */
  readonly containers: number
}

/** How far a round goes. */
export interface Stage {
  /** UTC ms: judged is what is known of the time before. */
  readonly judgedAt: number
  /** UTC ms: what was observed from then on waits for the next round. Absent: nothing does. */
  readonly until?: number
}

export type Pace = (waiting: Waiting) => Stage

export function createPace(clock: () => number): Pace {
  let newest = Number.NEGATIVE_INFINITY
  let cameAt = Number.NEGATIVE_INFINITY
  /** How far the fleet is judged while it lags behind. */
  let judgedAt: number | undefined

  return (waiting) => {
    const now = clock()
    if (Number.isFinite(waiting.newest)) cameAt = now
    newest = Math.max(newest, waiting.newest)
    const until = judgedAt === undefined ? newest : stageAfter(judgedAt, waiting)
    if (until < newest) {
      judgedAt = until
      return { judgedAt, until }
    }
    const lagging = newest < now - LAG_MS && now - cameAt < STREAMING_MS
    judgedAt = lagging ? newest : undefined
    return { judgedAt: judgedAt ?? now }
  }
}

/** Where nothing is to be judged for a while, that time is passed over. */
function stageAfter(judgedAt: number, { oldest, containers }: Waiting): number {
  const length = Math.max(1, STAGE_DAYS / containers) * DAY_MS
  const end = (Number.isFinite(oldest) ? Math.max(judgedAt, oldest) : judgedAt) + length
  return Math.floor(end / HOUR_MS) * HOUR_MS
}
