// A device comes into the container or leaves it.
import type { EpisodeBook } from '../../alert/episode-book.ts'
import { habitInterrupted } from '../../forecast/fill-habit.ts'
import { fillOfNewDevice } from '../../signal/fill-signal.ts'
import type { FoldConfig } from './fold-config.ts'
import type { FoldEvent } from './fold-event.ts'
import type { FoldState } from './fold-state.ts'
import { HEALTH_KINDS, unknownHealth } from './health/health.ts'
import { noteSilence } from './silence.ts'

/**
 * Nothing that the device before measured says anything about this one; levels and emptyings stay.
 * It is not silent for a time in which it had no chance to be heard: before it was registered.
 */
export const onSeated = (
  state: FoldState,
  { deviceId, at, registeredAt }: FoldEvent & { kind: 'seated' },
): FoldState => ({
  ...state,
  deviceId,
  heardAt: Math.max(at, registeredAt),
  rhythm: [],
  fill: fillOfNewDevice(state.fill),
  habit: habitInterrupted(state.habit),
  noEcho: null,
  batteryLow: 0,
  temps: [],
  health: unknownHealth,
})

export function onUnseated(
  state: FoldState,
  { at }: FoldEvent & { kind: 'unseated' },
  book: EpisodeBook,
  config: FoldConfig,
): FoldState {
  noteSilence(state, at, book, config)
  book.clear('battery_low', at)
  book.clear('no_echo', at)
  // Nobody measures the heat any more, and who took the device out stood before the box.
  book.clear('fire', at)
  for (const kind of HEALTH_KINDS) book.clear(kind, at)
  return {
    ...state,
    deviceId: null,
    heardAt: null,
    noEcho: null,
    batteryLow: 0,
    health: unknownHealth,
  }
}
