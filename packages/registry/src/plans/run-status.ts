// The states of runs and plans: draft → approved → started → done, or cancelled. Pure.
import { HOUR_MS, type Plan, type Run, type RunStatus, type Stop } from '@bakwacht/domain'

/** A run that nobody finished is done this long after its shift's end. */
export const OVERDUE_MS = 12 * HOUR_MS

/** What a result does to the run. One that nobody approved, or that is over, stays what it is. */
export function statusAfterResult({ status }: Run, stops: readonly Stop[]): RunStatus {
  if (status !== 'approved' && status !== 'started') return status
  return stops.every(({ result }) => result !== null) ? 'done' : 'started'
}

/** A plan is approved while any of its runs is approved, started or done; otherwise it never is. */
export function planStatus(
  status: Plan['status'],
  runs: readonly { readonly status: RunStatus }[],
): Plan['status'] {
  const standing = runs.some((run) => ['approved', 'started', 'done'].includes(run.status))
  if (standing) return 'approved'
  if (status !== 'approved') return status
  return runs.length > 0 && runs.every((run) => run.status === 'cancelled') ? 'cancelled' : 'draft'
}
