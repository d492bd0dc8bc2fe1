import type { LonLat } from '@bakwacht/domain'

const EARTH_KM = 6371

/** Great circle, km. */
export function kilometresBetween([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const [a, b] = [radians(latA), radians(latB)]
  const half =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(lonB - lonA) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(Math.sqrt(half), 1))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
