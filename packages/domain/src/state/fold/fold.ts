// A container's state as a pure fold over its own events in observed time. Folding on from any of
// its checkpoints gives what folding from the start gives.
import type { AlertEpisode } from '../../alert/alert.ts'
import { EpisodeBook } from '../../alert/episode-book.ts'
import type { Emptying } from '../../signal/emptying.ts'
import { DAY_MS, HOUR_MS } from '../../time/local-time.ts'
import type { HourlyDay } from '../hourly/hourly-day.ts'
import { closeHour, type HourlyDays } from './close-hour.ts'
import type { FoldConfig } from './fold-config.ts'
import type { FoldEvent } from './fold-event.ts'
import type { FoldState } from './fold-state.ts'
import { onReading } from './on-reading.ts'
import { onResult } from './on-result.ts'
import { onSeated, onUnseated } from './on-seat.ts'

export interface Folded {
  /** After the last event, the hour of that event still open. */
  readonly state: FoldState
  /** One for each UTC day with events: the state at its midnight, all before folded in. */
  readonly checkpoints: readonly { readonly at: number; readonly state: FoldState }[]
  /** Those that ended while folding, and those that still last. */
  readonly episodes: readonly AlertEpisode[]
  /**
   * Emptyings that became known in these events, in the order of becoming known. One that the driver's
   * word or the signal confirms after `start` comes again in its new words, with the same `knownAt`.
   */
  readonly emptyings: readonly Emptying[]
  /** Hours of every UTC day with events. */
  readonly days: ReadonlyMap<number, HourlyDay>
}

const EMPTYINGS_KEPT = 4

/** @param events in observed order, none before the checkpoint that `start` comes from */
export function foldEvents(
  start: FoldState,
  events: readonly FoldEvent[],
  config: FoldConfig,
): Folded {
  const book = new EpisodeBook(start.open)
  const days: HourlyDays = new Map()
  let emptyings: readonly Emptying[] = []
  const checkpoints: { at: number; state: FoldState }[] = []
  let state = start
  let day = Number.NEGATIVE_INFINITY

  for (const event of events) {
    if (state.hour !== null && Math.floor(event.at / HOUR_MS) > state.hour.hour)
      state = closeHour(state, days, config)
    if (Math.floor(event.at / DAY_MS) > day) {
      day = Math.floor(event.at / DAY_MS)
      checkpoints.push({ at: day * DAY_MS, state: { ...state, open: book.open } })
    }
    const next = after(state, event)
    emptyings = withNewsOf(emptyings, state, next)
    state =
      next.emptied === state.emptied && next.partly === state.partly
        ? next
        : { ...next, emptyings: withNewsOf(state.emptyings, state, next).slice(-EMPTYINGS_KEPT) }
  }
  closeHour(state, days, config)
  return {
    state: { ...state, open: book.open },
    checkpoints,
    episodes: book.episodes,
    emptyings,
    days,
  }

  function after(before: FoldState, event: FoldEvent): FoldState {
    switch (event.kind) {
      case 'reading':
        return onReading(before, event.reading, book, config)
      case 'result':
        return onResult(before, event, book)
      case 'seated':
        return onSeated(before, event)
      case 'unseated':
        return onUnseated(before, event, book, config)
    }
  }
}

const withNewsOf = (
  known: readonly Emptying[],
  before: FoldState,
  now: FoldState,
): readonly Emptying[] =>
  withNews(withNews(known, before.partly, now.partly), before.emptied, now.emptied)

function withNews(
  known: readonly Emptying[],
  before: Emptying | null,
  now: Emptying | null,
): readonly Emptying[] {
  if (now === null || now === before) return known
  const others = known.filter(({ knownAt }) => knownAt !== now.knownAt)
  return [...others, now]
}
