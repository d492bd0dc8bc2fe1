// What a driver reported. `emptied` outweighs the sensor until two readings say otherwise.
import type { EpisodeBook } from '../../alert/episode-book.ts'
import { swingsRestarted } from '../swings.ts'
import { emptiedAt } from './emptied.ts'
import { emptiedByDriver, unknownFill } from './fill-track.ts'
import type { FoldEvent } from './fold-event.ts'
import type { FoldState } from './fold-state.ts'
import { inflowRestarted } from './inflow.ts'

export function onResult(
  state: FoldState,
  { at, outcome }: FoldEvent & { kind: 'result' },
  book: EpisodeBook,
): FoldState {
  switch (outcome) {
    case 'emptied':
      book.clear('full', at)
      return {
        ...emptiedAt(state, { at, by: 'driver' }, null, at),
        fill: emptiedByDriver(at),
        swings: swingsRestarted(state.swings),
        fullCrossedAt: null,
      }
    case 'partly':
      // How much is left, only the next reading can say.
      return {
        ...state,
        fill: unknownFill,
        swings: swingsRestarted(state.swings),
        inflow: inflowRestarted(state.inflow, null, state.fill.level),
      }
    case 'blocked':
    case 'skipped':
    case 'unloaded':
      return state
  }
}
