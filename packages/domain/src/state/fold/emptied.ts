import { noMould } from '../../damp/mould-index.ts'
import { HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import type { LevelPoint } from './fill-track.ts'
import type { FoldState } from './fold-state.ts'
import { hourBegun } from './hour-sums.ts'
import { inflowRestarted } from './inflow.ts'

/** The driver's word and the signal within this time speak of one emptying; the driver dates it. */
const SAME_EMPTYING_MS = 12 * HOUR_MS

/**
 * Everything that begins anew when all textile has left. Its mould leaves with it.
 * @param from the level that filling begins again from; `null`: the next one measured
 * @param knownAt when this became known, in observed time: the driver's word, or the confirming reading
 */
export function emptiedAt(
  state: FoldState,
  emptied: NonNullable<FoldState['emptied']>,
  from: LevelPoint | null,
  knownAt: number,
): FoldState {
  const last = state.emptied
  const same = last !== null && Math.abs(emptied.at - last.at) < SAME_EMPTYING_MS
  const hour = Math.floor(knownAt / HOUR_MS)
  const sums = state.hour?.hour === hour ? state.hour : hourBegun(hour)
  return {
    ...state,
    emptied: same && last.by === 'driver' ? last : emptied,
    inflow: inflowRestarted(state.inflow, from, same ? null : state.fill.level),
    mould: noMould,
    hour: { ...sums, emptiedMinute: Math.floor((knownAt - hour * HOUR_MS) / MINUTE_MS) },
  }
}
