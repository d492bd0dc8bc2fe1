// The ways of runs, each asked for once: a run that changes has another version.
import type { Run } from '@bakwacht/api/contract'
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'
import { vehiclesQuery } from '../api/queries.ts'
import type { DrawnRun, Position } from './run-features.ts'
import { vehicleHue } from './vehicle-hue.ts'

interface RunGeoJson {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly Position[] } }[]
}

const wayQuery = ({ id, version }: Run) =>
  queryOptions({
    queryKey: ['way', id, version],
    queryFn: async ({ signal }) => {
      const { features } = await ask<RunGeoJson>(`/runs/${segment(id)}.geojson`, { signal })
      return features[0]?.geometry.coordinates ?? []
    },
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })

/** Those whose way has come; the same array until something changes. */
export function useDrawnRuns(runs: readonly Run[]): readonly DrawnRun[] {
  const vehicles = useQuery(vehiclesQuery).data
  return useQueries({
    queries: runs.map(wayQuery),
    combine: (ways) =>
      runs.flatMap((run, at) => {
        const way = ways[at]?.data
        return way === undefined
          ? []
          : [{ run, way, ...vehicleHue(run.vehicle_id, vehicles ?? []) }]
      }),
  })
}
