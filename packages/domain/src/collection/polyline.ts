// Google's encoded polylines, with six decimals as Valhalla writes them.
import type { LonLat } from '../fleet/container.ts'

const PRECISION = 1e6

/** `[lon, lat]` in degrees. @throws Error where the text ends in the middle of a number */
export function decodePolyline(text: string): readonly LonLat[] {
  const points: LonLat[] = []
  let at = 0
  let lat = 0
  let lon = 0
  while (at < text.length) {
    lat += nextNumber()
    lon += nextNumber()
    points.push([lon / PRECISION, lat / PRECISION])
  }
  return points

  /** Five bits a character, the lowest first; the sign is the lowest bit of the whole. */
  function nextNumber(): number {
    let value = 0
    for (let shift = 0; ; shift += 5) {
      if (at >= text.length) throw new Error(`polyline: got ${text.length} characters, wanted more`)
      const bits = text.charCodeAt(at++) - 63
      value |= (bits & 0x1f) << shift
      if (bits < 0x20) return value & 1 ? ~(value >> 1) : value >> 1
    }
  }
}

export function encodePolyline(points: readonly LonLat[]): string {
  let lat = 0
  let lon = 0
  return points
    .map(([x, y]) => {
      const there = [Math.round(y * PRECISION), Math.round(x * PRECISION)] as const
      const step = encoded(there[0] - lat) + encoded(there[1] - lon)
      lat = there[0]
      lon = there[1]
      return step
    })
    .join('')
}

function encoded(number: number): string {
  let value = number < 0 ? ~(number << 1) : number << 1
  let text = ''
  while (value >= 0x20) {
    text += String.fromCharCode((0x20 | (value & 0x1f)) + 63)
    value >>= 5
  }
  return text + String.fromCharCode(value + 63)
}
