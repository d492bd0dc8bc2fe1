// What a driver reported. `emptied` outweighs the sensor until two readings say otherwise.
import type { EpisodeBook } from '../../alert/episode-book.ts'
import type { Emptying } from '../../signal/emptying.ts'
import { fillAfterWord } from '../../signal/fill-signal.ts'
import { emptiedAt, partlyEmptiedAt } from './emptied.ts'
import type { FoldEvent } from './fold-event.ts'
import type { FoldState } from './fold-state.ts'

export function onResult(
  state: FoldState,
  { at, outcome }: FoldEvent & { kind: 'result' },
  book: EpisodeBook,
): FoldState {
  switch (outcome) {
    case 'emptied':
      book.clear('full', at)
      return {
        ...emptiedAt(state, toldEmptying(state, at, false)),
        fill: fillAfterWord(state.fill, at, 'all'),
      }
    case 'partly':
      // How much is left, only the next reading can say.
      return {
        ...partlyEmptiedAt(state, toldEmptying(state, at, true)),
        fill: fillAfterWord(state.fill, at, 'some'),
      }
    case 'blocked':
    case 'skipped':
    case 'unloaded':
      return state
  }
}

const toldEmptying = ({ fill }: FoldState, at: number, partial: boolean): Emptying => ({
  at,
  knownAt: at,
  beforePct: fill.level?.pct ?? null,
  afterPct: partial ? null : 0,
  partial,
  confidence: 1,
  by: 'driver',
})
