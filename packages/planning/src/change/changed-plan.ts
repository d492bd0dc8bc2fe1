import type { Plan, Run } from '@bakwacht/domain'
import type { PlanDelta } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'

/** The plan's next version: its status follows from its runs, and a run that changed has a new version too. */
export function nextVersion(before: PlanWithRuns, after: PlanWithRuns, now: number): PlanWithRuns {
  const runs = after.runs.map((run) => {
    const old = before.runs.find(({ id }) => id === run.id)
    return old === undefined || old === run ? run : { ...run, version: old.version + 1 }
  })
  const plan: Plan = {
    ...after.plan,
    version: before.plan.version + 1,
    status: statusOf(runs),
    updatedAt: now,
  }
  return { plan, runs }
}

/** Approved while any run is approved, started or done; cancelled when all are. */
export function statusOf(runs: readonly Run[]): Plan['status'] {
  if (runs.some(({ status }) => status !== 'draft' && status !== 'cancelled')) return 'approved'
  return runs.length > 0 && runs.every(({ status }) => status === 'cancelled')
    ? 'cancelled'
    : 'draft'
}

/** After minus before, over the runs that are not cancelled. */
export function deltaBetween(before: readonly Run[], after: readonly Run[]): PlanDelta {
  const difference = (of: (run: Run) => number) => sum(after, of) - sum(before, of)
  return {
    cost: Math.round(difference(({ totals }) => totals.cost) * 100) / 100,
    distanceM: difference(({ totals }) => totals.distanceM),
    durationS: difference(({ totals }) => totals.durationS),
  }
}

const sum = (runs: readonly Run[], of: (run: Run) => number): number =>
  runs.filter(({ status }) => status !== 'cancelled').reduce((total, run) => total + of(run), 0)
