// Runs as lines and numbered stops: what is driven already is a line of its own, so that it can fade.
import type { Run } from '@bakwacht/api/contract'
import type { VehicleHue } from './vehicle-hue.ts'

export type Position = readonly [lon: number, lat: number]

export interface DrawnRun extends VehicleHue {
  readonly run: Run
  /** In driving order, on roads where it was planned on them. */
  readonly way: readonly Position[]
}

interface RunFeature {
  readonly type: 'Feature'
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: Position[] }
    | { readonly type: 'Point'; readonly coordinates: Position }
  readonly properties: Readonly<Record<string, string | number | boolean>>
}

export interface RunCollection {
  readonly type: 'FeatureCollection'
  readonly features: RunFeature[]
}

export const runFeatures = (runs: readonly DrawnRun[]): RunCollection => ({
  type: 'FeatureCollection',
  features: runs.flatMap((drawn) => [...lines(drawn), ...stops(drawn)]),
})

function lines({ run, way, hue, dashed }: DrawnRun): RunFeature[] {
  const [driven, planned] = split(way, shareDriven(run))
  return [
    { coordinates: driven, isDriven: true },
    { coordinates: planned, isDriven: false },
  ]
    .filter(({ coordinates }) => coordinates.length > 1)
    .map(({ coordinates, isDriven }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { hue, dashed, driven: isDriven },
    }))
}

const stops = ({ run, hue }: DrawnRun): RunFeature[] =>
  run.stops.map((stop) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: stop.location.coordinates as Position },
    properties: {
      image: `stop-${hue}-${stop.kind === 'unload' ? 'unload' : stop.seq}`,
      driven: stop.result !== null,
      id: stop.container_id ?? '',
    },
  }))

/** How much of its way a run has behind it, by its planned distances: 0 to 1. */
export function shareDriven({ status, stops, totals }: Run): number {
  if (status === 'done') return 1
  const last = stops.findLastIndex(({ result }) => result !== null)
  const metres = stops.slice(0, last + 1).reduce((sum, stop) => sum + stop.leg_distance_m, 0)
  return totals.distance_m === 0 ? 0 : Math.min(metres / totals.distance_m, 1)
}

/** Cuts a line at a share of its length; both parts have the cut's point. */
export function split(way: readonly Position[], share: number): [Position[], Position[]] {
  if (share <= 0) return [[], [...way]]
  if (share >= 1) return [[...way], []]
  const lengths = way.slice(1).map((to, at) => length(way[at] ?? to, to))
  let left = share * lengths.reduce((sum, metres) => sum + metres, 0)
  const at = lengths.findIndex((metres) => {
    left -= metres
    return left < 0
  })
  const [from, to] = [way[at], way[at + 1]]
  if (from === undefined || to === undefined) return [[...way], []]
  const part = 1 + left / (lengths[at] ?? 1)
  const cut: Position = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]
  return [
    [...way.slice(0, at + 1), cut],
    [cut, ...way.slice(at + 1)],
  ]
}

/** In degrees of latitude: shares of it are shares of metres within a region. */
const length = (a: Position, b: Position) =>
  Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1])
