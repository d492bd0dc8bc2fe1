// The map beside the list. It comes later than the list, which needs nothing of it.
import type { Fleet, Run } from '@bakwacht/api/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { useDesk } from './desk-context.ts'

const load = () => import('../map/fleet-map.tsx')
const FleetMap = lazy(load)

interface DeskMapProps {
  readonly fleet: UseQueryResult<Fleet>
  /** As they are stored: the ways of a change that is only asked for are not known. */
  readonly runs: readonly Run[]
}

export function DeskMap({ fleet, runs }: DeskMapProps) {
  const { selected, select } = useDesk()
  // The list is there: while the fleet comes, so may the library.
  useEffect(() => {
    void load()
  }, [])
  return (
    <div className="desk-map">
      <Suspense fallback={<Loading />}>
        {fleet.isError && fleet.data === undefined && <Failed again={fleet.refetch} />}
        {fleet.isPending && <Loading />}
        {fleet.data && (
          <FleetMap fleet={fleet.data} runs={runs} selected={selected} onSelect={select} />
        )}
      </Suspense>
    </div>
  )
}

const Loading = () => (
  <p className="waiting quiet" role="status">
    {words().desk.mapWaiting}
  </p>
)
