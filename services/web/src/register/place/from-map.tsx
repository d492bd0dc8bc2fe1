// A place pointed at: the map comes when it is asked for.
import type { LonLat } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { basemapQuery, fleetQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { late } from '../../parts/late.tsx'
import { Waiting } from '../../parts/status.tsx'

const PlaceMap = late(() => import('./place-map.tsx'), Waiting)

interface FromMapProps {
  /** Where it stands as far as is known. */
  readonly place: LonLat | undefined
  readonly onPlace: (place: LonLat) => void
}

export function FromMap({ place, onPlace }: FromMapProps) {
  const said = words().register
  const [open, setOpen] = useState(false)
  const basemap = useQuery(basemapQuery).data
  const fleet = useQuery(fleetQuery).data
  // On a plain ground without any container there is nothing to find one's way by.
  if (fleet === undefined || (basemap?.kind === 'none' && fleet.features.length === 0)) return null
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {said.fromMap}
      </button>
      {open && (
        <Dialog title={said.fromMap} onClose={() => setOpen(false)}>
          <PlaceMap
            fleet={fleet}
            place={place}
            onPlace={(chosen) => {
              setOpen(false)
              onPlace(chosen)
            }}
          />
        </Dialog>
      )}
    </>
  )
}
