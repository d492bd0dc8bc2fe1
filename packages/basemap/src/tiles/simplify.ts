// Fewer points for what is far away: Douglas and Peucker's way (Cartographica 10, 1973), without recursion.

/** @param points `[x, y, x, y …]`. @returns those that are further than `tolerance` from the line without them */
export function simplify(points: readonly number[], tolerance: number): number[] {
  const count = points.length / 2
  if (count <= 2) return [...points]
  const kept = new Uint8Array(count)
  kept[0] = kept[count - 1] = 1
  const spans: [number, number][] = [[0, count - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    const [far, distance] = farthest(points, from, to)
    if (distance <= tolerance * tolerance) continue
    kept[far] = 1
    spans.push([from, far], [far, to])
  }
  return points.filter((_, index) => kept[index >> 1] === 1)
}

/** The point between that is farthest from the straight line, and its distance squared. */
function farthest(points: readonly number[], from: number, to: number): readonly [number, number] {
  const [ax, ay] = [points[2 * from] ?? 0, points[2 * from + 1] ?? 0]
  const [dx, dy] = [(points[2 * to] ?? 0) - ax, (points[2 * to + 1] ?? 0) - ay]
  const length = dx * dx + dy * dy
  let [far, most] = [from, 0]
  for (let index = from + 1; index < to; index++) {
    const [x, y] = [(points[2 * index] ?? 0) - ax, (points[2 * index + 1] ?? 0) - ay]
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
    const distance = (x - along * dx) ** 2 + (y - along * dy) ** 2
    if (distance > most) [far, most] = [index, distance]
  }
  return [far, most]
}
