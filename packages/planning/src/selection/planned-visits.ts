import type { Run } from '@bakwacht/domain'

export interface PlannedVisit {
  readonly runId: string
  readonly date: string
  readonly arrival: number
}

/**
 * Visits that are promised: stops without a result in approved and started runs, by container and date.
 * A stop that was blocked, skipped or never driven promises nothing any more.
 */
export function plannedVisits(
  standing: readonly Run[],
): ReadonlyMap<string, readonly PlannedVisit[]> {
  const visits = standing
    .filter(({ status }) => status === 'approved' || status === 'started')
    .flatMap((run) =>
      run.stops.flatMap(({ containerId, result, arrival }) =>
        containerId === null || result !== null
          ? []
          : [{ containerId, runId: run.id, date: run.date, arrival }],
      ),
    )
    .toSorted((a, b) => a.arrival - b.arrival)
  return Map.groupBy(visits, ({ containerId }) => containerId)
}
