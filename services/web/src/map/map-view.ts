// The map library behind what a fleet needs of it: one map on one element, until `remove`.
import type { Depot } from '@bakwacht/api/contract'
import { type GeoJSONSource, type GeoJSONSourceDiff, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { onRest } from './at-rest.ts'
import { binChanges } from './bin-changes.ts'
import type { BinCollection, BinFeature } from './bin-features.ts'
import { boundsOf } from './bounds.ts'
import type { Ground } from './ground.ts'
import { drawImage } from './images.ts'
import { BINS, binImage, CHOSEN, DEPOTS, fleetLayers, RUNS, STOPS, stopsFrom } from './layers.ts'
import { MARK_PX } from './mark-image.ts'
import { MovingMap } from './moving-map.ts'
import type { Palette } from './palette.ts'
import type { RunCollection } from './run-features.ts'
import { wholeFrom } from './whole-from.ts'

setWorkerUrl(workerUrl)

export interface MapViewOptions {
  readonly element: HTMLElement
  readonly ground: Ground
  /** Where the ground cannot be had. */
  readonly plain: Ground
  readonly palette: Palette
  readonly title: string
  readonly bins: BinCollection
  /** A container was pointed at; null: the ground. */
  readonly onPoint: (id: string | null) => void
}

/** Fingers and shaky hands: this close counts as pointed at. */
const NEAR_PX = 12
/** What the chosen container's card takes at the foot. */
const CARD_PX = 190
/** One container alone is shown in its street, not in its doorway. */
const WHOLE = { padding: { top: 68, bottom: 48, left: 40, right: 72 }, maxZoom: 14 }
/** Where a fleet without containers is: the Low Countries. */
const NOWHERE: [[number, number], [number, number]] = [
  [2.5, 49.5],
  [7.2, 53.5],
]
const LAST_ZOOM = 24
type Data = Parameters<GeoJSONSource['setData']>[0]
const NOTHING: BinCollection = { type: 'FeatureCollection', features: [] }

export class MapView {
  readonly #map: MovingMap
  readonly #ready: Promise<unknown>
  /** What is on the ground beside the containers, by the source's name. */
  readonly #data = new Map<string, Data>([RUNS, DEPOTS, CHOSEN].map((id) => [id, NOTHING as Data]))
  #isReady = false
  /** The first whole picture. */
  readonly drawn: Promise<unknown>
  #bins: BinCollection
  /** News that came while the map moved. */
  #waiting: BinCollection | undefined
  #wholeFrom: number
  #chosen: string | undefined
  #removed = false

  /** @throws Error where the browser has no WebGL */
  constructor(options: MapViewOptions) {
    const { element, ground, palette, title, bins, onPoint } = options
    this.#bins = bins
    this.#wholeFrom = wholeFrom(bins.features)
    this.#map = new MovingMap({
      container: element,
      style: ground.style,
      bounds: boundsOf(bins.features) ?? NOWHERE,
      fitBoundsOptions: WHOLE,
      attributionControl: typeof ground.style === 'string' ? { compact: false } : false,
      locale: { 'Map.Title': title },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    })
    // What is around it is the landmark; this takes the arrow keys.
    this.#map.getCanvas().setAttribute('role', 'application')
    this.#map.touchZoomRotate.disableRotation()
    this.#map.keyboard.disableRotation()
    this.#map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
    this.#map.setMissingStyleImageResolver((name) => {
      const { data, pixelRatio } = drawImage(name, palette, devicePixelRatio)
      this.#map.addImage(name, data, { pixelRatio })
    })
    this.#ready = this.#drawFleet(options)
    this.drawn = this.#ready.then(() => this.#map.once('idle'))
    onRest(this.#map, () => this.#waiting && this.showBins(this.#waiting))
    this.#map.on('click', ({ point }) => onPoint(this.#binAt(point)))
    this.#map.on('mousemove', ({ point }) => {
      if (this.#map.isMoving()) return
      this.#map.getCanvas().style.cursor = this.#binAt(point) === null ? '' : 'pointer'
    })
  }

  /** At once, or when the map stands still. */
  showBins(bins: BinCollection): void {
    this.#waiting = this.#map.isMoving() ? bins : undefined
    if (this.#waiting !== undefined) return
    const before = this.#bins
    if (before === bins) return
    this.#bins = bins
    const changes = binChanges(before.features, bins.features)
    this.#with(BINS, (source) => source.updateData(changes as GeoJSONSourceDiff))
    if (before.features.length === bins.features.length) return
    if (before.features.length === 0) this.#map.fitBounds(this.#bounds(), { ...WHOLE, duration: 0 })
    this.#makeRoom(wholeFrom(bins.features))
  }

  showRuns(runs: RunCollection): void {
    this.#show(RUNS, runs.features.length === 0 ? NOTHING : runs)
  }

  showDepots(depots: readonly Depot[]): void {
    const features = depots.map(({ location: geometry }) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: geometry as BinFeature['geometry'],
    }))
    this.#show(DEPOTS, features.length === 0 ? NOTHING : { type: 'FeatureCollection', features })
  }

  /** @param bin lies on top; when it is chosen anew it is brought into the picture */
  choose(bin: BinFeature | undefined): void {
    this.#show(CHOSEN, bin ?? NOTHING)
    const isOther = bin?.properties.id !== this.#chosen
    this.#chosen = bin?.properties.id
    if (bin === undefined || !isOther) return
    const [lon = 0, lat = 0] = bin.geometry.coordinates
    if (this.#isHidden(lon, lat))
      this.#map.easeTo({ center: [lon, lat], offset: [0, -CARD_PX / 2] })
  }

  /** What lies in the middle of the picture: `[lon, lat]`. */
  get centre(): [number, number] {
    const { lng, lat } = this.#map.getCenter()
    return [lng, lat]
  }

  /** Brings a place into the middle, at least as close as said. */
  lookAt([lon, lat]: readonly [number, number], zoom: number): void {
    this.#map.jumpTo({ center: [lon, lat], zoom: Math.max(this.#map.getZoom(), zoom) })
  }

  zoomIn = () => this.#map.zoomIn()
  zoomOut = () => this.#map.zoomOut()
  showAll = () => this.#map.fitBounds(this.#bounds(), WHOLE)

  remove(): void {
    this.#removed = true
    this.#map.remove()
  }

  /** Once the ground is there; a ground that cannot be loaded gives way to the plain one. */
  async #drawFleet({ plain, palette }: MapViewOptions): Promise<void> {
    const standIn = () => this.#map.setStyle(plain.style)
    this.#map.once('error', standIn)
    await this.#map.once('style.load')
    this.#map.off('error', standIn)
    if (this.#removed) return
    for (const [id, data] of this.#data) this.#map.addSource(id, { type: 'geojson', data })
    this.#map.addSource(BINS, { type: 'geojson', data: this.#bins as Data, promoteId: 'id' })
    for (const layer of fleetLayers(palette, this.#wholeFrom)) this.#map.addLayer(layer)
    this.#isReady = true
  }

  #bounds = () => boundsOf(this.#bins.features) ?? NOWHERE

  #isHidden(lon: number, lat: number): boolean {
    const { x, y } = this.#map.project([lon, lat])
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer()
    return x < MARK_PX || x > width - MARK_PX || y < MARK_PX || y > height - CARD_PX
  }

  /** Fewer containers, or more, on the same ground. */
  #makeRoom(from: number): void {
    if (from === this.#wholeFrom) return
    this.#wholeFrom = from
    this.#with(BINS, () => {
      this.#map.setLayoutProperty(BINS, 'icon-image', binImage(from))
      this.#map.setLayerZoomRange(STOPS, stopsFrom(from), LAST_ZOOM)
    })
  }

  /** The nearest of those that are close. */
  #binAt(point: { readonly x: number; readonly y: number }): string | null {
    if (this.#map.getLayer(BINS) === undefined) return null
    const { x, y } = point
    const close = this.#map.queryRenderedFeatures(
      [
        [x - NEAR_PX, y - NEAR_PX],
        [x + NEAR_PX, y + NEAR_PX],
      ],
      { layers: [BINS] },
    )
    let [nearest, least] = [null as string | null, Number.POSITIVE_INFINITY]
    for (const { geometry, properties } of close) {
      if (geometry.type !== 'Point') continue
      const at = this.#map.project(geometry.coordinates as [number, number])
      const distance = Math.hypot(at.x - x, at.y - y)
      if (distance < least) [nearest, least] = [String(properties.id), distance]
    }
    return nearest
  }

  /** With the ground, or now: nothing in place of nothing would be drawn all the same. */
  #show(id: string, data: object): void {
    if (this.#data.get(id) === data) return
    this.#data.set(id, data as Data)
    if (this.#isReady && !this.#removed)
      this.#map.getSource<GeoJSONSource>(id)?.setData(data as Data)
  }

  #with(source: string, change: (source: GeoJSONSource) => unknown): void {
    void this.#ready.then(() => {
      const found = this.#removed ? undefined : this.#map.getSource<GeoJSONSource>(source)
      if (found !== undefined) change(found)
    })
  }
}
