// The picture that has the whole fleet in it.
import type { BinFeature } from './bin-features.ts'

type Corner = [lon: number, lat: number]

/** South-west and north-east; nothing of an empty fleet. */
export function boundsOf(bins: readonly BinFeature[]): [Corner, Corner] | undefined {
  if (bins.length === 0) return undefined
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { geometry } of bins) {
    const [lon = 0, lat = 0] = geometry.coordinates
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [
    [west, south],
    [east, north],
  ]
}
