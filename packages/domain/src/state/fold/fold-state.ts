// All that is carried from one event of a container to the next. Plain JSON of bounded size: this
// is what a checkpoint holds, so a change of shape needs a new version.
import type { OpenEpisodes } from '../../alert/episode-book.ts'
import { type MouldState, noMould } from '../../damp/mould-index.ts'
import { type FillHabit, unknownHabit } from '../../forecast/fill-habit.ts'
import type { Emptying } from '../../signal/emptying.ts'
import type { FillEstimate } from '../../signal/fill-estimate.ts'
import { type FillSignal, unknownFill } from '../../signal/fill-signal.ts'
import { noSwings, type Swings } from '../swings.ts'
import type { TempTrail } from './fire.ts'
import { type Health, unknownHealth } from './health/health.ts'
import type { HourSums } from './hour-sums.ts'
import type { Rhythm } from './rhythm.ts'

export interface FoldState {
  readonly deviceId: string | null
  /** Silence counts from here: the last reading, or the device's coming, if that was registered by then. `null`: no device. */
  readonly heardAt: number | null
  readonly lastReadingAt: number | null
  readonly rhythm: Rhythm
  readonly fill: FillSignal
  readonly swings: Swings
  /** Since when the level has been full without an alert, or well below full with one. */
  readonly fullCrossedAt: number | null
  readonly habit: FillHabit
  /** The last full emptying, and the last partial one since. */
  readonly emptied: Emptying | null
  readonly partly: Emptying | null
  /** The newest few, full and partial, for people to see. */
  readonly emptyings: readonly Emptying[]
  /** Readings without an echo since this one. */
  readonly noEcho: { readonly since: number; readonly readings: number } | null
  readonly latest: {
    readonly tempC: number | null
    readonly rhPct: number | null
    readonly batteryV: number | null
  }
  /** Low battery readings in a row. */
  readonly batteryLow: number
  readonly temps: TempTrail
  readonly health: Health
  readonly mould: MouldState
  readonly hour: HourSums | null
  readonly open: OpenEpisodes
}

export const beforeAnyEvent: FoldState = {
  deviceId: null,
  heardAt: null,
  lastReadingAt: null,
  rhythm: [],
  fill: unknownFill,
  swings: noSwings,
  fullCrossedAt: null,
  habit: unknownHabit,
  emptied: null,
  partly: null,
  emptyings: [],
  noEcho: null,
  latest: { tempC: null, rhPct: null, batteryV: null },
  batteryLow: 0,
  temps: [],
  health: unknownHealth,
  mould: noMould,
  hour: null,
  open: {},
}

/** `null`: never measured. */
export const fillEstimateOf = ({ fill: { level } }: FoldState): FillEstimate | null => level
