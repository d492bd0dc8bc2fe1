// The sun's height, to about half a degree: enough to tell when it heats a steel box.

import type { LonLat } from '../fleet/container.ts'
import { DAY_MS, HOUR_MS } from '../time/local-time.ts'

const RAD = Math.PI / 180
const J2000_MS = Date.UTC(2000, 0, 1, 12)

/** Degrees above the horizon (Astronomical Almanac's low-precision formulas). */
export function solarElevationDeg(at: number, [lon, lat]: LonLat): number {
  const days = (at - J2000_MS) / DAY_MS
  const anomaly = (357.528 + 0.9856003 * days) * RAD
  const longitude =
    (280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RAD
  const obliquity = 23.439 * RAD
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude))
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude))
  const siderealDeg = 280.46062 + 360.98564737 * days + lon
  const hourAngle = siderealDeg * RAD - rightAscension
  return (
    Math.asin(
      Math.sin(lat * RAD) * Math.sin(declination) +
        Math.cos(lat * RAD) * Math.cos(declination) * Math.cos(hourAngle),
    ) / RAD
  )
}

/** Lower sun hardly warms steel. */
const WARMS_ABOVE_DEG = 10

/** True where the sun may heat a box in this hour (hours since 1970), or did in the hour before it. */
export function isSunny(hour: number, location: LonLat): boolean {
  const middle = (hour + 0.5) * HOUR_MS
  return [middle, middle - HOUR_MS].some((at) => solarElevationDeg(at, location) > WARMS_ABOVE_DEG)
}
