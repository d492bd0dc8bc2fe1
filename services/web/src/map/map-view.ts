// The map library behind what a fleet needs of it: one map on one element, until `remove`.
import { type GeoJSONSource, Map as LibraryMap, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { BinCollection, BinFeature } from './bin-features.ts'
import { boundsOf } from './bounds.ts'
import { drawImage } from './images.ts'
import { BINS, CHOSEN, fleetLayers, RUNS } from './layers.ts'
import type { Palette } from './palette.ts'
import type { RunCollection } from './run-features.ts'
import { wholeFrom } from './whole-from.ts'

setWorkerUrl(workerUrl)

export interface MapViewOptions {
  readonly element: HTMLElement
  readonly palette: Palette
  readonly title: string
  readonly bins: BinCollection
  /** A container was pointed at; null: the ground. */
  readonly onPoint: (id: string | null) => void
}

/** Fingers and shaky hands: this close counts as pointed at. */
const NEAR_PX = 12
/** One container alone is shown in its street, not in its doorway. */
const WHOLE = { padding: 48, maxZoom: 14 } as const
/** Where a fleet without containers is: the Low Countries. */
const NOWHERE: [[number, number], [number, number]] = [
  [2.5, 49.5],
  [7.2, 53.5],
]
type Data = Parameters<GeoJSONSource['setData']>[0]

export class MapView {
  readonly #map: LibraryMap
  readonly #ready: Promise<unknown>
  #bins: BinCollection
  #removed = false

  /** @throws Error where the browser has no WebGL */
  constructor({ element, palette, title, bins, onPoint }: MapViewOptions) {
    this.#bins = bins
    this.#map = new LibraryMap({
      container: element,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      bounds: boundsOf(bins.features) ?? NOWHERE,
      fitBoundsOptions: WHOLE,
      locale: { 'Map.Title': title },
      style: {
        version: 8,
        sources: {
          [RUNS]: { type: 'geojson', data: NOTHING as Data },
          [BINS]: { type: 'geojson', data: bins as Data, promoteId: 'id' },
          [CHOSEN]: { type: 'geojson', data: NOTHING as Data },
        },
        layers: [
          { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
          ...fleetLayers(palette, wholeFrom(bins.features)),
        ],
      },
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.keyboard.disableRotation()
    this.#map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
    this.#map.setMissingStyleImageResolver((name) => {
      const { data, pixelRatio } = drawImage(name, palette, this.#map.getPixelRatio())
      this.#map.addImage(name, data, { pixelRatio })
    })
    this.#ready = this.#map.once('style.load')
    this.#map.on('click', ({ point }) => onPoint(this.#binAt(point)))
    this.#map.on('mousemove', ({ point }) => {
      this.#map.getCanvas().style.cursor = this.#binAt(point) === null ? '' : 'pointer'
    })
  }

  showBins(bins: BinCollection): void {
    this.#bins = bins
    this.#show(BINS, bins)
  }

  showRuns(runs: RunCollection): void {
    this.#show(RUNS, runs)
  }

  /** @param bin lies on top and is brought into the picture where it is outside */
  choose(bin: BinFeature | undefined): void {
    this.#show(CHOSEN, bin === undefined ? NOTHING : bin)
    if (bin === undefined) return
    const [lon = 0, lat = 0] = bin.geometry.coordinates
    if (!this.#map.getBounds().contains([lon, lat])) this.#map.easeTo({ center: [lon, lat] })
  }

  zoomIn = () => this.#map.zoomIn()
  zoomOut = () => this.#map.zoomOut()
  showAll = () => this.#map.fitBounds(boundsOf(this.#bins.features) ?? NOWHERE, WHOLE)

  remove(): void {
    this.#removed = true
    this.#map.remove()
  }

  #binAt({ x, y }: { readonly x: number; readonly y: number }): string | null {
    const [found] = this.#map.queryRenderedFeatures(
      [
        [x - NEAR_PX, y - NEAR_PX],
        [x + NEAR_PX, y + NEAR_PX],
      ],
      { layers: [BINS] },
    )
    return found === undefined ? null : String(found.properties.id)
  }

  #show(source: string, data: unknown): void {
    void this.#ready.then(() => {
      if (!this.#removed) void this.#map.getSource<GeoJSONSource>(source)?.setData(data as Data)
    })
  }
}

const NOTHING = { type: 'FeatureCollection', features: [] }
