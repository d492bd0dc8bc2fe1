// Runs with their ways and hues, as far as these have come.
import type { Run } from '@bakwacht/api/contract'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '../api/queries.ts'
import type { DrawnRun } from './run-features.ts'
import { vehicleHue } from './vehicle-hue.ts'
import { wayQuery } from './way-query.ts'

/** Those whose way has come; the same array until something changes. */
export function useDrawnRuns(runs: readonly Run[]): readonly DrawnRun[] {
  const vehicles = useQuery(vehiclesQuery).data
  return useQueries({
    queries: runs.map((run) => ({ ...wayQuery(run), placeholderData: keepPreviousData })),
    combine: (ways) =>
      runs.flatMap((run, at) => {
        const way = ways[at]?.data
        return way === undefined
          ? []
          : [{ run, way, ...vehicleHue(run.vehicle_id, vehicles ?? []) }]
      }),
  })
}
