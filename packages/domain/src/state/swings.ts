// Textile leaves a bin when it is emptied, and at no other time. A level that falls without that is an
// echo that flickers between two heaps: in a recorded year of street containers by 20 to 40 points, for
// hours at a time. For two weeks after such a fall an alert neither begins nor ends with what the level
// says before it has said so for a day.
import { DAY_MS } from '../time/local-time.ts'

export interface Swings {
  /** The last levels since textile left, at most six. */
  readonly levels: readonly number[]
  /** UTC ms: when the level last fell and nobody had emptied it. */
  readonly fellAt: number | null
}

export const noSwings: Swings = { levels: [], fellAt: null }

const KEPT = 6
/** Bags that settle take less. */
const FALL_PCT = 15
const REMEMBERED_MS = 14 * DAY_MS
const LASTING_MS = DAY_MS

export function swingsAfter({ levels, fellAt }: Swings, at: number, pct: number): Swings {
  const fell = Math.max(...levels) - pct >= FALL_PCT
  return { levels: [...levels, pct].slice(-KEPT), fellAt: fell ? at : fellAt }
}

/** Textile has left: what the levels were before says nothing of those to come. */
export const swingsRestarted = ({ fellAt }: Swings): Swings => ({ levels: [], fellAt })

/** How long something must have lasted by now before an alert begins or ends with it. */
export const lastingMs = ({ fellAt }: Swings, at: number): number =>
  fellAt !== null && at - fellAt < REMEMBERED_MS ? LASTING_MS : 0
