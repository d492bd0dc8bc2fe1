// The fleet on a map. Loaded late: whoever uses it shows a list beside it that needs no map.
//
//   const FleetMap = lazy(() => import('../map/fleet-map.tsx'))
//   <FleetMap fleet={fleet} runs={plan.runs} selected={id} onSelect={setId} />
//
// It fills the element around it: give that one a height.
import type { Fleet, Run } from '@bakwacht/api/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { words } from '../language/words.ts'
import { binFeatures } from './bin-features.ts'
import { MapView } from './map-view.ts'
import { currentPalette } from './palette.ts'
import { runFeatures } from './run-features.ts'
import { useIsDark } from './use-is-dark.ts'
import { useDrawnRuns } from './use-ways.ts'
import './fleet-map.css'

export interface FleetMapProps {
  readonly fleet: Fleet
  /** Drawn as lines along roads, one hue per vehicle (`vehicleHue`). */
  readonly runs?: readonly Run[]
  /** A container's id. */
  readonly selected?: string | null
  /** A container was pointed at; null: the ground. */
  readonly onSelect?: (id: string | null) => void
  /** The ids to draw; absent: all. */
  readonly only?: ReadonlySet<string>
}

const NO_RUNS: readonly Run[] = []

export default function FleetMap(props: FleetMapProps) {
  const { fleet, runs = NO_RUNS, selected = null, onSelect, only } = props
  const said = words().map
  const dark = useIsDark()
  const bins = useMemo(() => binFeatures(fleet, only), [fleet, only])
  const drawnRuns = useDrawnRuns(runs)
  const element = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<MapView | 'none'>()
  const latest = useRef({ bins, onSelect })
  latest.current = { bins, onSelect }

  useEffect(() => {
    if (element.current === null) return
    const made = makeView(element.current, latest)
    setView(made)
    return () => {
      if (made !== 'none') made.remove()
    }
  }, [dark])
  const map = view === 'none' ? undefined : view
  useEffect(() => map?.showBins(bins), [map, bins])
  useEffect(() => map?.showRuns(runFeatures(drawnRuns)), [map, drawnRuns])
  const chosen = bins.features.find(({ properties }) => properties.id === selected)
  useEffect(() => map?.choose(chosen), [map, chosen])

  if (view === 'none') return <p className="quiet">{said.cannotDraw}</p>
  return (
    <section className="fleet-map" aria-label={said.title}>
      <div className="ground" ref={element} />
      <div className="map-buttons">
        <button type="button" aria-label={said.zoomIn} onClick={map?.zoomIn}>
          +
        </button>
        <button type="button" aria-label={said.zoomOut} onClick={map?.zoomOut}>
          −
        </button>
        <button type="button" onClick={map?.showAll}>
          {said.showAll}
        </button>
      </div>
    </section>
  )
}

interface Latest {
  readonly current: {
    readonly bins: ReturnType<typeof binFeatures>
    readonly onSelect: FleetMapProps['onSelect']
  }
}

function makeView(element: HTMLElement, latest: Latest): MapView | 'none' {
  try {
    return new MapView({
      element,
      palette: currentPalette(),
      title: words().map.title,
      bins: latest.current.bins,
      onPoint: (id) => latest.current.onSelect?.(id),
    })
  } catch {
    return 'none'
  }
}
