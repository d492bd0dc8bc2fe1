import type { Run, Stop } from '@bakwacht/domain'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { retime } from '../runs/retime.ts'
import { containerStop, unloadStop } from '../runs/stop.ts'
import { askedFor } from '../selection/asked-for.ts'
import { changeable, retimed, runOf, withNotCollected, withRuns, withStop } from './draft.ts'
import { idleRuns } from './idle-runs.ts'

type Add = Extract<PlanOp, { op: 'add' }>

/**
 * Puts a container in: at the place named; or, of the run named, where it costs least (a trip
 * of its own included); or, of all drafts and of the vehicles that stay in, where it costs least.
 */
export function add(op: Add, planned: PlanWithRuns, context: RunContext): PlanWithRuns {
  const stop = newStop(op, planned, context)
  const run = op.runId === undefined ? undefined : changeable(runOf(planned, op.runId, op), op)
  const changed =
    run !== undefined && op.seq !== undefined
      ? retimed(withStop(run, stop, op.seq), context, op)
      : cheapest(op, stop, run ? [run] : allRuns(planned, context), context)
  const { notCollected } = planned.plan
  return withNotCollected(
    withRuns(planned, [changed]),
    notCollected.filter(({ containerId }) => containerId !== op.containerId),
  )
}

function newStop(op: Add, planned: PlanWithRuns, { snapshot, ids }: RunContext): Stop {
  const there = planned.runs
    .filter(({ status }) => status !== 'cancelled')
    .find((run) =>
      run.stops.some(({ containerId, result }) => containerId === op.containerId && !result),
    )
  if (there)
    throw new PlanOpRefused(op, `container ${op.containerId} is in run ${there.id} already`)
  const wanted = askedFor(snapshot, planned.plan.date, op.containerId)
  if (typeof wanted === 'string') throw new PlanOpRefused(op, wanted)
  return containerStop(wanted, ids)
}

const allRuns = (planned: PlanWithRuns, context: RunContext): readonly Run[] => [
  ...planned.runs.filter(({ status }) => status === 'draft'),
  ...idleRuns(planned, context),
]

function cheapest(op: Add, stop: Stop, runs: readonly Run[], context: RunContext): Run {
  let best: { run: Run; costs: number } | undefined
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
  if (best === undefined) throw new PlanOpRefused(op, `it fits nowhere (${why})`)
  return best.run
}

/** At each place of each trip, and before each trip as one of its own. */
function placesIn(run: Run, stop: Stop, { snapshot, ids }: RunContext): readonly Run[] {
  const depot = snapshot.depots.find(({ id }) => id === run.depotId)
  const seqs = [...Array(Math.max(run.stops.length, 1)).keys()].map((index) => index + 1)
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
