// What an emptying changes, all of it or a part.
import { noMould } from '../../damp/mould-index.ts'
import { habitEmptied } from '../../forecast/fill-habit.ts'
import type { Emptying } from '../../signal/emptying.ts'
import { HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { swingsRestarted } from '../swings.ts'
import type { FoldState } from './fold-state.ts'
import { hourBegun } from './hour-sums.ts'

/** The driver's word and the signal within this time speak of one emptying; the driver dates it. */
const SAME_EMPTYING_MS = 12 * HOUR_MS

/** Everything that begins anew when all textile has left. Its mould leaves with it. */
export function emptiedAt(state: FoldState, emptied: Emptying): FoldState {
  const same = sameAs(state.partly, emptied) ?? sameAs(state.emptied, emptied)
  const now = same === null ? emptied : asOne(same, emptied)
  const { knownAt } = emptied
  const hour = Math.floor(knownAt / HOUR_MS)
  const sums = state.hour?.hour === hour ? state.hour : hourBegun(hour)
  return {
    ...state,
    emptied: now,
    partly: null,
    swings: swingsRestarted(state.swings),
    fullCrossedAt: null,
    habit: habitEmptied(state.habit, now, same),
    mould: noMould,
    hour: { ...sums, emptiedMinute: Math.floor((knownAt - hour * HOUR_MS) / MINUTE_MS) },
  }
}

/** A part has left: the filling begins again from what is left, the mould stays. */
export function partlyEmptiedAt(state: FoldState, partly: Emptying): FoldState {
  const full = sameAs(state.emptied, partly)
  if (full !== null) {
    const emptied = { ...asOne(full, partly), partial: false }
    return { ...state, emptied, habit: habitEmptied(state.habit, emptied, full) }
  }
  const same = sameAs(state.partly, partly)
  const now = same === null ? partly : asOne(same, partly)
  return {
    ...state,
    partly: now,
    swings: swingsRestarted(state.swings),
    habit: habitEmptied(state.habit, now, same),
  }
}

/** The earlier one, if one of the two is the driver's word and both are of one visit. */
const sameAs = (earlier: Emptying | null, later: Emptying): Emptying | null =>
  earlier !== null &&
  Math.abs(later.at - earlier.at) < SAME_EMPTYING_MS &&
  (earlier.by !== 'signal' || later.by !== 'signal')
    ? earlier
    : null

function asOne(last: Emptying, again: Emptying): Emptying {
  const driver = last.by === 'signal' ? again : last
  const signal = again.by === 'signal' ? again : last
  return {
    at: driver.at,
    knownAt: last.knownAt,
    beforePct: last.beforePct ?? again.beforePct,
    afterPct: signal.afterPct ?? driver.afterPct,
    partial: again.partial,
    confidence: Math.max(last.confidence, again.confidence),
    by: last.by === again.by ? last.by : 'both',
  }
}
