// Roads come in short pieces, from crossing to crossing. Joined where they meet they need fewer bytes,
// and a name has room along them.

interface Line {
  points: readonly number[]
}

/** Lines of the same kind in any order; where exactly two ends meet, they become one. */
export function joinLines(lines: readonly (readonly number[])[]): (readonly number[])[] {
  const left = new Set<Line>()
  const byEnd = new Map<string, Line[]>()
  for (const points of lines) {
    const line: Line = { points }
    left.add(line)
    for (const end of [startOf(points), endOf(points)]) at(end).push(line)
  }
  for (const [end, [one, other, third]] of byEnd)
    if (one !== undefined && other !== undefined && third === undefined && one !== other)
      join(end, one, other)
  return [...left].map(({ points }) => points)

  function join(end: string, one: Line, other: Line): void {
    const before = endOf(one.points) === end ? one.points : turnedRound(one.points)
    const after = startOf(other.points) === end ? other.points : turnedRound(other.points)
    one.points = [...before, ...after.slice(2)]
    left.delete(other)
    const far = endOf(after)
    byEnd.set(end, [])
    byEnd.set(
      far,
      at(far).map((line) => (line === other ? one : line)),
    )
  }

  function at(end: string): Line[] {
    const found = byEnd.get(end) ?? []
    byEnd.set(end, found)
    return found
  }
}

const startOf = (points: readonly number[]) => `${points[0]} ${points[1]}`
const endOf = (points: readonly number[]) => `${points.at(-2)} ${points.at(-1)}`

/** The same points from the last to the first. */
export function turnedRound(points: readonly number[]): number[] {
  const turned: number[] = []
  for (let at = points.length - 2; at >= 0; at -= 2)
    turned.push(points[at] ?? 0, points[at + 1] ?? 0)
  return turned
}
