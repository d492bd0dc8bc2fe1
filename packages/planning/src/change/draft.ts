// What the ops share: finding what they name, refusing what cannot be changed, putting runs back.
import type { NotCollected, Run, Stop } from '@bakwacht/domain'
import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { retime } from '../runs/retime.ts'

export function runOf(planned: PlanWithRuns, runId: string, op: PlanOp): Run {
  const run = planned.runs.find(({ id }) => id === runId)
  if (run === undefined) throw new PlanOpRefused(op, hindrance('unknown_run', { run: runId }))
  return run
}

/** The container stop of that id and its run, if the run can still be changed. */
export function stopOf(
  planned: PlanWithRuns,
  stopId: string,
  op: PlanOp,
): { readonly run: Run; readonly stop: Stop } {
  for (const run of planned.runs) {
    const stop = run.stops.find(({ id }) => id === stopId)
    if (stop === undefined) continue
    if (stop.kind === 'unload')
      throw new PlanOpRefused(op, hindrance('is_unloading', { stop: stopId }))
    return { run: changeable(run, op), stop }
  }
  throw new PlanOpRefused(op, hindrance('unknown_stop', { stop: stopId }))
}

/** Drafts and approved runs can be changed; what a driver has begun cannot. */
export function changeable(run: Run, op: PlanOp): Run {
  if (run.status === 'draft' || run.status === 'approved') return run
  throw new PlanOpRefused(op, hindrance(`run_${run.status}`))
}

/** @throws PlanOpRefused when the run cannot be driven with these stops */
export function retimed(run: Run, context: RunContext, op: PlanOp): Run {
  const result = retime(run, context)
  if (result.kind === 'impossible') throw new PlanOpRefused(op, result.why)
  return result.run
}

export const withoutStop = (run: Run, stopId: string): Run => ({
  ...run,
  stops: run.stops.filter(({ id }) => id !== stopId),
})

export const servesAny = ({ stops }: Run): boolean => stops.some(({ kind }) => kind !== 'unload')

/** The plan with these runs in place of those of the same id; a run with nobody left to serve goes. */
export function withRuns(planned: PlanWithRuns, changed: readonly Run[]): PlanWithRuns {
  const byId = new Map(changed.map((run) => [run.id, run]))
  const known = new Set(planned.runs.map(({ id }) => id))
  const runs = [
    ...planned.runs.map((run) => byId.get(run.id) ?? run),
    ...changed.filter(({ id }) => !known.has(id)),
  ]
  return { ...planned, runs: runs.filter(servesAny) }
}

export const withNotCollected = (
  planned: PlanWithRuns,
  notCollected: readonly NotCollected[],
): PlanWithRuns => ({ ...planned, plan: { ...planned.plan, notCollected } })
