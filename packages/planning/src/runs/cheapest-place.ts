import type { Run, Stop } from '@bakwacht/domain'
import { type Hindrance, hindrance } from '../hindrance/hindrance.ts'
import type { RunContext } from './ground.ts'
import { placesByDetour } from './places-by-detour.ts'
import { retime } from './retime.ts'

/** The run with the stop in it, re-timed, and what that adds, in euro. */
export interface Placed {
  readonly run: Run
  readonly costs: number
}

/** Costs are told in whole cents. */
const ROUNDED = 0.01

/** Where in these runs the stop costs least, a trip of its own included; or why it does not fit where the way is shortest. */
export function cheapestPlace(
  stop: Stop,
  runs: readonly Run[],
  context: RunContext,
): Placed | Hindrance {
  let best: Placed | undefined
  let why: Hindrance | undefined
  for (const place of placesByDetour(stop, runs, context)) {
    if (best !== undefined && place.leastCosts > best.costs + ROUNDED) break
    if (why !== undefined && place.isTooLong) continue
    const tried = retime(place.with(), context)
    if (tried.kind === 'impossible') {
      why ??= tried.why
      continue
    }
    const costs = tried.run.totals.cost - place.run.totals.cost
    if (best === undefined || costs < best.costs) best = { run: tried.run, costs }
  }
  return best ?? why ?? hindrance('none_free')
}

/** With the stop at `seq` (from 1; beyond the end: last), before the unloading that ends the run. */
export function withStop(run: Run, stop: Stop, seq: number): Run {
  const last = run.stops.length - (run.stops.at(-1)?.kind === 'unload' ? 1 : 0)
  const index = Math.min(Math.max(seq - 1, 0), last)
  return { ...run, stops: run.stops.toSpliced(index, 0, stop) }
}
