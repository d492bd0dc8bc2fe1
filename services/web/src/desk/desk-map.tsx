// The map beside the list. It comes later than the list, which needs nothing of it.
import type { Fleet, Run } from '@bakwacht/api/contract'
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { basemapQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { wayQuery } from '../map/way-query.ts'
import { Failed } from '../parts/failed.tsx'
import { late } from '../parts/late.tsx'

const FleetMap = late(() => import('../map/fleet-map.tsx'), Loading)

interface DeskMapProps {
  readonly fleet: UseQueryResult<Fleet>
  /** As they are stored: the ways of a change that is only asked for are not known. */
  readonly runs: readonly Run[]
  readonly selected: string | null
  readonly onSelect: (containerId: string | null) => void
}

export function DeskMap({ fleet, runs, selected, onSelect }: DeskMapProps) {
  const client = useQueryClient()
  // The list is there: while the fleet comes, so may the library, the ground and the ways.
  useEffect(() => {
    FleetMap.fetchEarly()
    void client.prefetchQuery(basemapQuery)
  }, [client])
  useEffect(() => {
    for (const run of runs) void client.prefetchQuery(wayQuery(run))
  }, [client, runs])
  return (
    <div className="desk-map">
      {fleet.isError && fleet.data === undefined && <Failed again={fleet.refetch} />}
      {fleet.isPending && <Loading />}
      {fleet.data && (
        <FleetMap fleet={fleet.data} runs={runs} selected={selected} onSelect={onSelect} />
      )}
    </div>
  )
}

function Loading() {
  return (
    <p className="waiting quiet" role="status">
      {words().desk.mapWaiting}
    </p>
  )
}
