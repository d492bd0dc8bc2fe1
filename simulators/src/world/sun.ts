// Clear-sky radiation over the Leuven–Mechelen–Lier region, from the sun's height alone.
import { DAY_MS, dayOfYear } from './time.ts'

const LATITUDE = (51 * Math.PI) / 180
const LONGITUDE_DEG = 4.7
const TILT = (23.45 * Math.PI) / 180

/** W/m² on a level surface under a clear sky (Kasten & Czeplak 1980). */
export function clearSkyWPerM2(at: number): number {
  const declination = -TILT * Math.cos((2 * Math.PI * (dayOfYear(at) + 10)) / 365.25)
  const solarDay = (at / DAY_MS + LONGITUDE_DEG / 360) % 1
  const hourAngle = 2 * Math.PI * (solarDay - 0.5)
  const sinHeight =
    Math.sin(LATITUDE) * Math.sin(declination) +
    Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hourAngle)
  return Math.max(0, 910 * sinHeight - 30)
}
