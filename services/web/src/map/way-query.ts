// The way of a run, asked for once: a run that changes has another version.
import type { Run } from '@bakwacht/api/contract'
import { queryOptions } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'
import type { Position } from './run-features.ts'

interface RunGeoJson {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly Position[] } }[]
}

export const wayQuery = ({ id, version }: Run) =>
  queryOptions({
    queryKey: ['way', id, version],
    queryFn: async ({ signal }) => {
      const { features } = await ask<RunGeoJson>(`/runs/${segment(id)}.geojson`, { signal })
      return features[0]?.geometry.coordinates ?? []
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
