// Travel times between all places of a fleet, once: the calibrated straight line.
import type { LonLat } from '@bakwacht/domain'
import { placeOf } from '@bakwacht/planning'
import { estimatedMatrix } from '@bakwacht/roads'
import type { TravelMatrix } from '@bakwacht/routing'
import type { Register } from '../boundary/register.ts'

export interface RoadTable {
  between(from: LonLat, to: LonLat): { readonly metres: number; readonly seconds: number }
  /** The part of these points, in their order. */
  matrix(points: readonly LonLat[]): TravelMatrix
}

export async function roadTableOf({ depot, sites, containers }: Register): Promise<RoadTable> {
  const siteOf = new Map(sites.map((site) => [site.id, site]))
  const places = containers.flatMap((each) => [
    each.location,
    placeOf(each, siteOf.get(each.siteId ?? '')),
  ])
  const points = [...new Map([depot.location, ...places].map((at) => [String(at), at])).values()]
  const indexes = new Map(points.map((point, index) => [String(point), index]))
  const { size, durations, distances } = await estimatedMatrix(points)
  const rowOf = (point: LonLat): number => {
    const row = indexes.get(String(point))
    if (row === undefined) throw new Error(`got [${point.join(', ')}], wanted a place of the fleet`)
    return row
  }
  return {
    between(from, to) {
      const cell = rowOf(from) * size + rowOf(to)
      return { metres: distances[cell] ?? 0, seconds: durations[cell] ?? 0 }
    },
    matrix(asked) {
      const rows = asked.map(rowOf)
      const part = (table: Float64Array | Float32Array) =>
        Float32Array.from(rows.flatMap((from) => rows.map((to) => table[from * size + to] ?? 0)))
      return { size: rows.length, durations: part(durations), distances: part(distances) }
    },
  }
}
