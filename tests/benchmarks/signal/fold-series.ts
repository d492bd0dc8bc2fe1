// A series of readings through the fold, as the thresholds would run it.
import {
  beforeAnyEvent,
  type Container,
  containerDefaults,
  type Emptying,
  type FillEstimate,
  type FoldEvent,
  type FoldState,
  fillEstimateOf,
  foldConfigOf,
  foldEvents,
  type Reading,
  settingsDefaults,
} from '@bakwacht/domain'
import type { Span } from './simulated-series.ts'

const ZONE = 'Europe/Brussels'

export interface FoldedSeries {
  readonly emptyings: readonly Emptying[]
  readonly state: FoldState
  /** After each reading; `null`: unknown. */
  readonly levels: readonly (FillEstimate | null)[]
}

/** @param told what a planner registered of the container; `null`: nothing */
export function foldSeries(readings: readonly Reading[], told: Span | null): FoldedSeries {
  const config = foldConfigOf(containerTold(told), settingsDefaults, ZONE)
  const events: FoldEvent[] = readings.map((reading) => ({
    kind: 'reading',
    at: reading.observedAt,
    reading,
  }))
  let state: FoldState = beforeAnyEvent
  // One that is borne out later comes again under the time at which it became known.
  const emptyings = new Map<number, Emptying>()
  const levels = events.map((event) => {
    const folded = foldEvents(state, [event], config)
    state = folded.state
    for (const emptying of folded.emptyings) emptyings.set(emptying.knownAt, emptying)
    return fillEstimateOf(state)
  })
  return { emptyings: [...emptyings.values()], state, levels }
}

const containerTold = (told: Span | null): Container => ({
  ...containerDefaults,
  id: 'c1',
  name: 'c1',
  location: [4.7, 50.88],
  capacityL: 2_500,
  createdAt: 0,
  emptyDistanceMm: told?.emptyMm ?? null,
  fullDistanceMm: told?.fullMm ?? null,
})
