import type { Run, Stop } from '@bakwacht/domain'
import type { RunContext } from './ground.ts'
import { retime } from './retime.ts'
import { unloadStop } from './stop.ts'

/** The run with the stop in it, re-timed, and what that adds, in euro. */
export interface Placed {
  readonly run: Run
  readonly costs: number
}

/** Where in these runs the stop costs least, a trip of its own included; or why it fits in none. */
export function cheapestPlace(
  stop: Stop,
  runs: readonly Run[],
  context: RunContext,
): Placed | string {
  let best: Placed | undefined
  let why = 'no vehicle is free'
  for (const run of runs)
    for (const candidate of placesIn(run, stop, context)) {
      const tried = retime(candidate, context)
      if (tried.kind === 'impossible') {
        why = tried.why
        continue
      }
      const costs = tried.run.totals.cost - run.totals.cost
      if (best === undefined || costs < best.costs) best = { run: tried.run, costs }
    }
  return best ?? why
}

/** With the stop at `seq` (from 1; beyond the end: last), before the unloading that ends the run. */
export function withStop(run: Run, stop: Stop, seq: number): Run {
  const last = run.stops.length - (run.stops.at(-1)?.kind === 'unload' ? 1 : 0)
  const index = Math.min(Math.max(seq - 1, 0), last)
  return { ...run, stops: run.stops.toSpliced(index, 0, stop) }
}

/** At each place of each trip after what is locked in position, and before each trip as one of its own. */
function placesIn(run: Run, stop: Stop, { snapshot, ids }: RunContext): readonly Run[] {
  const depot = snapshot.depots.find(({ id }) => id === run.depotId)
  const locked = run.stops.findLastIndex(({ lock }) => lock === 'position') + 1
  const seqs = [...Array(Math.max(run.stops.length, 1)).keys()]
    .filter((index) => index >= locked)
    .map((index) => index + 1)
  const inTrip = seqs.map((seq) => withStop(run, stop, seq))
  const ownTrip = seqs
    .filter(
      (seq) => depot && run.stops.length > 0 && (run.stops[seq - 2]?.kind ?? 'unload') === 'unload',
    )
    .map((seq) => ({
      ...run,
      stops: run.stops.toSpliced(seq - 1, 0, stop, ...(depot ? [unloadStop(depot, ids)] : [])),
    }))
  return [...inTrip, ...ownTrip]
}
