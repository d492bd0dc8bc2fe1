// All that the hourly rules carry from one hour to the next. Plain JSON, bounded; part of a checkpoint.
import type { OpenEpisodes } from '../../alert/episode-book.ts'
import { type MouldState, noMould } from '../../damp/mould-index.ts'
import { noSwings, type Swings, swingsRestarted } from '../swings.ts'
import { type ExcessState, noExcess } from './excess.ts'
import { type IngressState, noIngress } from './ingress.ts'
import type { LastingExcess } from './lasting-excess.ts'
import type { HumidityRun } from './level-watch.ts'
import { notOff, type OffState } from './off.ts'
import { noPast, type OwnPast } from './own-past.ts'

export interface RulesState {
  /** The last hour with values. */
  readonly lastHour: number | null
  readonly swings: Swings
  /** UTC ms: since when the risk of an overflow has contradicted the alert, or its absence. */
  readonly overflowCrossedAt: number | null
  /** One a watch level, in the order of the settings. */
  readonly humid: readonly (HumidityRun | null)[]
  readonly watchMetAt: number | null
  /** Hours since the last full emptying in air in which mould can grow at all. */
  readonly wetHours: number
  readonly excess: ExcessState
  readonly ingress: IngressState
  readonly lasting: LastingExcess | null
  readonly past: OwnPast
  readonly off: OffState
  /** What the mould index would be in the climate of the reference, since the same emptying. */
  readonly mouldReference: MouldState
  /** Of the last hour in which it could be told. */
  readonly excessGPerM3: number | null
  readonly open: OpenEpisodes
}

export const beforeAnyHour: RulesState = {
  lastHour: null,
  swings: noSwings,
  overflowCrossedAt: null,
  humid: [],
  watchMetAt: null,
  wetHours: 0,
  excess: noExcess,
  ingress: noIngress,
  lasting: null,
  past: noPast,
  off: notOff,
  mouldReference: noMould,
  excessGPerM3: null,
  open: {},
}

/** The textile has left: what it was exposed to does not count any more. */
export const afterEmptying = (state: RulesState): RulesState => ({
  ...beforeAnyHour,
  lastHour: state.lastHour,
  swings: swingsRestarted(state.swings),
  past: { ...state.past, blocks: [] },
  off: state.off,
  lasting: state.lasting,
  excessGPerM3: state.excessGPerM3,
  open: state.open,
})
