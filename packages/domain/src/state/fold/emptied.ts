import { noMould } from '../../damp/mould-index.ts'
import { habitEmptied } from '../../forecast/fill-habit.ts'
import type { Emptying } from '../../signal/emptying.ts'
import { HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import type { LevelPoint } from './fill-track.ts'
import type { FoldState } from './fold-state.ts'
import { hourBegun } from './hour-sums.ts'

/** The driver's word and the signal within this time speak of one emptying; the driver dates it. */
const SAME_EMPTYING_MS = 12 * HOUR_MS

/**
 * Everything that begins anew when all textile has left. Its mould leaves with it.
 * @param from the level that filling begins again from; `null`: the next one measured
 */
export function emptiedAt(state: FoldState, emptied: Emptying, from: LevelPoint | null): FoldState {
  const last = state.emptied
  const same = last !== null && Math.abs(emptied.at - last.at) < SAME_EMPTYING_MS
  const { knownAt, beforePct } = emptied
  const before = same || beforePct === null ? null : { pct: beforePct }
  const hour = Math.floor(knownAt / HOUR_MS)
  const sums = state.hour?.hour === hour ? state.hour : hourBegun(hour)
  return {
    ...state,
    emptied: same ? asOne(last, emptied) : emptied,
    partly: null,
    habit: habitEmptied(state.habit, emptied.at, from, before),
    mould: noMould,
    hour: { ...sums, emptiedMinute: Math.floor((knownAt - hour * HOUR_MS) / MINUTE_MS) },
  }
}

function asOne(last: Emptying, again: Emptying): Emptying {
  const driver = last.by === 'signal' ? again : last
  return {
    ...again,
    at: driver.at,
    knownAt: last.knownAt,
    beforePct: last.beforePct ?? again.beforePct,
    confidence: Math.max(last.confidence, again.confidence),
    by: last.by === again.by ? last.by : 'both',
  }
}
