// The fleet on a map. Loaded late: whoever uses it shows a list beside it that needs no map.
//
//   const FleetMap = late(() => import('../map/fleet-map.tsx'), Loading)
//   <FleetMap fleet={fleet} runs={plan.runs} selected={id} onSelect={setId} />
//
// It fills the element around it: give that one a height.
import type { Fleet, Run } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { depotsQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { binFeatures } from './bin-features.ts'
import { Legend } from './legend.tsx'
import { runFeatures } from './run-features.ts'
import { SelectedBin } from './selected-bin.tsx'
import { useMapView } from './use-map-view.ts'
import { useDrawnRuns } from './use-ways.ts'
import './fleet-map.css'

export interface FleetMapProps {
  readonly fleet: Fleet
  /** Drawn as lines along roads, one hue per vehicle (`vehicleHue`). */
  readonly runs?: readonly Run[]
  /** A container's id. */
  readonly selected?: string | null
  /** A container was pointed at; null: the ground, or its card was closed. */
  readonly onSelect?: (id: string | null) => void
  /** The ids to draw; absent: all. */
  readonly only?: ReadonlySet<string>
}

const NO_RUNS: readonly Run[] = []

export default function FleetMap(props: FleetMapProps) {
  const { fleet, runs = NO_RUNS, selected = null, onSelect, only } = props
  const said = words().map
  const element = useRef<HTMLDivElement>(null)
  const bins = useMemo(() => binFeatures(fleet, only), [fleet, only])
  const drawnRuns = useDrawnRuns(runs)
  const { view, drawn, attribution, impossible } = useMapView({ element, bins, onPoint: onSelect })
  useEffect(() => view?.showBins(bins), [view, bins])
  useEffect(() => view?.showRuns(runFeatures(drawnRuns)), [view, drawnRuns])
  const depots = useQuery(depotsQuery).data
  useEffect(() => view?.showDepots(depots ?? []), [view, depots])
  const chosen = bins.features.find(({ properties }) => properties.id === selected)
  useEffect(() => view?.choose(chosen), [view, chosen])
  const bin = chosen && fleet.features.find(({ id }) => id === selected)

  return (
    <section className="fleet-map" aria-label={said.title} aria-busy={!drawn}>
      <div className="ground" ref={element} />
      {impossible && <p className="no-map quiet">{said.cannotDraw}</p>}
      {view && (
        <div className="map-buttons">
          <button type="button" aria-label={said.zoomIn} onClick={view.zoomIn}>
            +
          </button>
          <button type="button" aria-label={said.zoomOut} onClick={view.zoomOut}>
            −
          </button>
          <button
            type="button"
            aria-label={said.showAll}
            title={said.showAll}
            onClick={view.showAll}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />
            </svg>
          </button>
        </div>
      )}
      <Legend runs={runs} />
      {bin && <SelectedBin bin={bin.properties} onClose={() => onSelect?.(null)} />}
      {attribution && <p className="attribution">{attribution}</p>}
    </section>
  )
}
