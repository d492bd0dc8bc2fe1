// What a driver reported. `emptied` outweighs the sensor until two readings say otherwise.
import type { EpisodeBook } from '../../alert/episode-book.ts'
import type { Emptying } from '../../signal/emptying.ts'
import { fillAfterWord } from '../../signal/fill-signal.ts'
import { emptiedAt, partlyEmptiedAt } from './emptied.ts'
import type { FoldEvent } from './fold-event.ts'
import type { FoldState } from './fold-state.ts'

type Result = FoldEvent & { kind: 'result' }

export function onResult(state: FoldState, result: Result, book: EpisodeBook): FoldState {
  const { at, outcome } = result
  noteWet(result, book)
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

/** Wet textile is known of until an emptying finds none: where no sensor listens, drivers alone notice a leak. */
function noteWet({ at, outcome, kg = null, wetKg = null }: Result, book: EpisodeBook): void {
  if (outcome !== 'emptied' && outcome !== 'partly') return
  if (wetKg !== null && wetKg > 0) book.raise('found_wet', at, { wet_kg: wetKg, kg, at })
  else if (outcome === 'emptied') book.clear('found_wet', at)
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
