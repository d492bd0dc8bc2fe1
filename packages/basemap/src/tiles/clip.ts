// The part of a line or ring between two values of x or of y. Both are needed for a tile: first one, then the other.

/** 0: between two values of x; 1: of y. */
export type Axis = 0 | 1

/** A line may leave and come back: then it is several. */
export function clipLine(
  points: readonly number[],
  axis: Axis,
  least: number,
  most: number,
): number[][] {
  const parts: number[][] = []
  let part: number[] = []
  const end = () => {
    if (part.length > 2) parts.push(part)
    part = []
  }
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [ax, ay, bx, by] = segment(points, at)
    const [a, b] = axis === 0 ? [ax, bx] : [ay, by]
    const [enter, leave] = crossing(a, b, least, most)
    if (enter > leave) {
      end()
      continue
    }
    if (part.length === 0) part.push(ax + enter * (bx - ax), ay + enter * (by - ay))
    part.push(ax + leave * (bx - ax), ay + leave * (by - ay))
    if (leave < 1) end()
  }
  end()
  return parts
}

/** Sutherland and Hodgman's way, for one axis. @returns a closed ring, or nothing */
export function clipRing(
  points: readonly number[],
  axis: Axis,
  least: number,
  most: number,
): number[] {
  const ring: number[] = []
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [ax, ay, bx, by] = segment(points, at)
    const [a, b] = axis === 0 ? [ax, bx] : [ay, by]
    const [enter, leave] = crossing(a, b, least, most)
    if (enter > leave) continue
    push(ring, ax + enter * (bx - ax), ay + enter * (by - ay))
    push(ring, ax + leave * (bx - ax), ay + leave * (by - ay))
  }
  if (ring.length > 0) push(ring, ring[0] ?? 0, ring[1] ?? 0)
  return ring.length >= 8 ? ring : []
}

/** The share of the way from `a` to `b` at which it comes within, and at which it leaves; the first is larger: never. */
function crossing(a: number, b: number, least: number, most: number): readonly [number, number] {
  if (a === b) return a < least || a > most ? [1, 0] : [0, 1]
  const [first, second] = [(least - a) / (b - a), (most - a) / (b - a)]
  return [Math.max(0, Math.min(first, second)), Math.min(1, Math.max(first, second))]
}

const segment = (points: readonly number[], at: number) =>
  [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0, points[at + 3] ?? 0] as const

function push(ring: number[], x: number, y: number): void {
  if (ring.at(-2) !== x || ring.at(-1) !== y) ring.push(x, y)
}
