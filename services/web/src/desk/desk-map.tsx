// The map beside the list. It comes later than the list, which needs nothing of it.

import type { Fleet } from '@bakwacht/api/contract'
import { lazy, Suspense } from 'react'
import { words } from '../language/words.ts'
import { useDesk } from './desk-context.ts'

const FleetMap = lazy(() => import('../map/fleet-map.tsx'))

export function DeskMap({ fleet }: { readonly fleet: Fleet | undefined }) {
  const { runs, selected, select } = useDesk()
  return (
    <div className="desk-map">
      <Suspense fallback={<Loading />}>
        {fleet === undefined ? (
          <Loading />
        ) : (
          <FleetMap fleet={fleet} runs={runs} selected={selected} onSelect={select} />
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
