import type { Snapshot } from '@bakwacht/planning'
import { reconcile, type StateChange } from '@bakwacht/registry'

/** The snapshot if these changes had been stored. */
export function asJudged(snapshot: Snapshot, changes: readonly StateChange[]): Snapshot {
  const changed = new Map(changes.map((change) => [change.state.containerId, change]))
  const alerts = Map.groupBy(snapshot.alerts, ({ containerId }) => containerId)
  return {
    ...snapshot,
    states: [
      ...snapshot.states.filter(({ containerId }) => !changed.has(containerId)),
      ...changes.map(({ state }) => state),
    ],
    alerts: [
      ...snapshot.alerts.filter(({ containerId }) => !changed.has(containerId)),
      ...changes.flatMap((change) => reconcile(change, alerts.get(change.state.containerId) ?? [])),
    ],
  }
}
