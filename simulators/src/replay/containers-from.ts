// Positions for recorded devices, out of a GeoJSON file of real containers: the first device gets
// the first point, and so on. Calibration and size are the same for all.
import type { Registration } from '../backend/register.ts'
import { vehicles } from '../fleet/region.ts'
import { readJsonFile } from '../json-file.ts'
import type { RecordedDevice } from './spool.ts'

export interface ReplayRegister {
  readonly devices: readonly RecordedDevice[]
  readonly geojsonFile: string | undefined
  readonly shiftMs: number
  readonly emptyMm: number | undefined
  readonly fullMm: number | undefined
  readonly capacityL: number
}

type Position = readonly [lon: number, lat: number]

/** @throws Error when the file has fewer points than there are devices */
export function replayRegistration(wish: ReplayRegister): Registration {
  const { devices, geojsonFile } = wish
  const points = geojsonFile === undefined ? [] : pointsIn(geojsonFile)
  if (geojsonFile !== undefined && points.length < devices.length)
    throw new Error(
      `${geojsonFile}: got ${points.length} points, wanted at least ${devices.length}, one a device`,
    )
  const placed = points.slice(0, devices.length)
  const ids = devices.map((_, index) => placed[index]?.id)
  return {
    ...(placed.length === 0 ? { depots: [], vehicles: [] } : yardAt(middle(placed))),
    sites: [],
    containers: placed.map(({ id, name, position }) => ({
      id,
      name,
      location: { type: 'Point', coordinates: [...position] },
      capacity_l: wish.capacityL,
      ...(wish.emptyMm === undefined ? {} : { empty_distance_mm: wish.emptyMm }),
      ...(wish.fullMm === undefined ? {} : { full_distance_mm: wish.fullMm }),
    })),
    devices: devices.map((device, index) => ({
      id: device.id,
      containerId: ids[index],
      from: device.firstAt + wish.shiftMs - 3_600_000,
      reportS: 3_600,
    })),
  }
}

function yardAt([lon, lat]: Position): Pick<Registration, 'depots' | 'vehicles'> {
  const id = 'replay-depot'
  const location = { type: 'Point', coordinates: [lon, lat] }
  return {
    depots: [{ id, name: 'Replay depot', location }],
    vehicles: vehicles
      .filter(({ type }) => type === 'van')
      .map((van) => ({
        id: `replay-${van.id}`,
        name: van.name,
        depot_id: id,
        type: van.type,
        payload_kg: van.payloadKg,
        volume_l: van.volumeL,
      })),
  }
}

const middle = (placed: readonly { readonly position: Position }[]): Position => [
  mean(placed.map(({ position }) => position[0])),
  mean(placed.map(({ position }) => position[1])),
]

const mean = (values: readonly number[]): number =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e5) / 1e5

interface Placed {
  readonly id: string
  readonly name: string
  readonly position: Position
}

function pointsIn(file: string): Placed[] {
  const collection = readJsonFile(file, 'a GeoJSON FeatureCollection')
  const { features } = (collection ?? {}) as { features?: unknown }
  if (!Array.isArray(features)) throw new Error(`${file}: no GeoJSON FeatureCollection`)
  return features.flatMap((feature: Feature, index): Placed[] => {
    const [lon, lat] = feature.geometry?.coordinates ?? []
    if (feature.geometry?.type !== 'Point' || typeof lon !== 'number' || typeof lat !== 'number')
      return []
    const { id = index + 1, name, location } = feature.properties ?? {}
    const label = name ?? location
    return [
      {
        id: `replay-${id}`,
        name: typeof label === 'string' ? label : `${id}`,
        position: [lon, lat],
      },
    ]
  })
}

interface Feature {
  readonly geometry?: { readonly type?: string; readonly coordinates?: readonly unknown[] }
  readonly properties?: Readonly<Record<string, unknown>>
}
