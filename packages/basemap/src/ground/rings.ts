// Areas of flat rings `[x, y, x, y …]`: how large, and which lies in which.

/** Twice the area is positive where the ring runs clockwise on a screen (y down). */
export function signedArea(ring: readonly number[]): number {
  let sum = 0
  let [beforeX, beforeY] = [ring.at(-2) ?? 0, ring.at(-1) ?? 0]
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    sum += beforeX * y - x * beforeY
    beforeX = x
    beforeY = y
  }
  return sum / 2
}

/** Outer rings, each with the holes in it. */
export function areasOf(
  outers: readonly (readonly number[])[],
  inners: readonly (readonly number[])[],
): number[][][] {
  const areas = outers.map((outer) => [[...outer]])
  for (const inner of inners) {
    const around = areas.filter(([outer = []]) => contains(outer, inner))
    // Islands in lakes on islands: the smallest is the one that it is a hole of.
    around.sort(([a = []], [b = []]) => Math.abs(signedArea(a)) - Math.abs(signedArea(b)))
    around[0]?.push([...inner])
  }
  return areas
}

/** Rings do not cross but may touch: two of three points decide. */
function contains(outer: readonly number[], inner: readonly number[]): boolean {
  const third = 2 * Math.floor(inner.length / 6)
  const inside = [0, third, 2 * third].filter((at) =>
    isInside(outer, inner[at] ?? 0, inner[at + 1] ?? 0),
  )
  return inside.length >= 2
}

function isInside(ring: readonly number[], x: number, y: number): boolean {
  let inside = false
  let [beforeX, beforeY] = [ring.at(-2) ?? 0, ring.at(-1) ?? 0]
  for (let at = 0; at < ring.length; at += 2) {
    const [nowX, nowY] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    if (nowY > y !== beforeY > y && x < ((beforeX - nowX) * (y - nowY)) / (beforeY - nowY) + nowX)
      inside = !inside
    beforeX = nowX
    beforeY = nowY
  }
  return inside
}
