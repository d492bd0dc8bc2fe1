import { type LonLat, type Run, reasonText, type Stop } from '@bakwacht/domain'
import type { ExportContext } from './export-context.ts'
import { rfc3339 } from './rfc3339.ts'
import { runWay } from './run-way.ts'

interface Feature {
  readonly type: 'Feature'
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
    | { readonly type: 'Point'; readonly coordinates: LonLat }
  readonly properties: Readonly<Record<string, unknown>>
}

export interface RunFeatures {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/** The run as GeoJSON (RFC 7946): its way as one line, on roads where it was planned on them, then its stops as points. */
export function runGeoJson(run: Run, context: ExportContext): RunFeatures {
  const { depot, vehicle, timezone } = context
  const way: Feature = {
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: runWay(run, depot.location),
    },
    properties: {
      kind: 'run',
      run_id: run.id,
      date: run.date,
      status: run.status,
      vehicle_id: run.vehicleId,
      vehicle: vehicle.name,
      driver: run.driver,
      departure: rfc3339(run.departure, timezone),
      arrival: rfc3339(run.arrival, timezone),
      distance_m: run.totals.distanceM,
      travel_times: run.way === undefined ? 'estimate' : 'roads',
      kg: run.totals.kg,
    },
  }
  return {
    type: 'FeatureCollection',
    features: [way, ...run.stops.map((stop) => stopFeature(stop, context))],
  }
}

const stopFeature = (stop: Stop, { language, timezone }: ExportContext): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: stop.location },
  properties: {
    kind: stop.kind,
    stop_id: stop.id,
    seq: stop.seq,
    trip: stop.trip,
    container_id: stop.containerId,
    name: stop.name,
    arrival: rfc3339(stop.arrival, timezone),
    departure: rfc3339(stop.departure, timezone),
    expected_kg: stop.expectedKg,
    expected_l: stop.expectedL,
    reason: stop.reason.code,
    reason_text: reasonText(stop.reason, language, { timezone }),
    outcome: stop.result?.outcome ?? null,
  },
})
