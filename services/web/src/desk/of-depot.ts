import type { Plan } from '@bakwacht/api/contract'
import type { Bin } from './desk-context.ts'

/** Of a plan for all depots, what belongs to one; bins that are tied to none belong to each. */
export function ofDepot(
  plan: Plan,
  depotId: string | null,
  bins: ReadonlyMap<string, Pick<Bin, 'depot_id'>>,
): Plan {
  if (depotId === null || plan.depot_id === depotId) return plan
  return {
    ...plan,
    runs: plan.runs.filter((run) => run.depot_id === depotId),
    not_collected: plan.not_collected.filter(
      ({ container_id }) => (bins.get(container_id)?.depot_id ?? depotId) === depotId,
    ),
  }
}
