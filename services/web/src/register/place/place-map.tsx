// The fleet's map with a cross in its middle: what lies under it is chosen. A finger hides what it points at; a cross does not.
import type { Fleet } from '@bakwacht/api/contract'
import type { LonLat } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { basemapQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { binFeatures } from '../../map/bin-features.ts'
import { useMapView } from '../../map/use-map-view.ts'
import '../../map/fleet-map.css'
import './place-map.css'

const STREET_ZOOM = 15
/** On a plain ground people find their way by the other containers. */
const TOWN_ZOOM = 12

interface PlaceMapProps {
  readonly fleet: Fleet
  readonly place: LonLat | undefined
  readonly onPlace: (place: LonLat) => void
}

export default function PlaceMap({ fleet, place, onPlace }: PlaceMapProps) {
  const said = words().register
  const { title, zoomIn, zoomOut, cannotDraw } = words().map
  const element = useRef<HTMLDivElement>(null)
  const begin = useRef(place)
  const streets = useQuery(basemapQuery).data?.kind !== 'none'
  const bins = useMemo(() => binFeatures(fleet), [fleet])
  const { view, drawn, attribution, impossible } = useMapView({ element, bins, onPoint: undefined })
  useEffect(() => {
    if (view && begin.current) view.lookAt(begin.current, streets ? STREET_ZOOM : TOWN_ZOOM)
  }, [view, streets])
  return (
    <div className="place-map">
      <p>{said.fromMapHow}</p>
      <section className="fleet-map" aria-label={title} aria-busy={!drawn}>
        <div className="ground" ref={element} />
        <svg className="cross" viewBox="0 0 48 48" aria-hidden="true">
          <path d="M24 4v16M24 28v16M4 24h16M28 24h16" />
        </svg>
        {impossible && <p className="no-map quiet">{cannotDraw}</p>}
        {view && (
          <div className="map-buttons">
            <button type="button" aria-label={zoomIn} onClick={view.zoomIn}>
              +
            </button>
            <button type="button" aria-label={zoomOut} onClick={view.zoomOut}>
              −
            </button>
          </div>
        )}
        {attribution && <p className="attribution">{attribution}</p>}
      </section>
      <button
        type="button"
        className="main"
        disabled={view === undefined}
        onClick={() => view && onPlace(rounded(view.centre))}
      >
        {said.standsHere}
      </button>
    </div>
  )
}

/** Five decimals are one metre. */
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]
