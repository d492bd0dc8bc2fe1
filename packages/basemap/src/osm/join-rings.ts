// Borders of areas are drawn as pieces of line; here they become closed rings.

/** Lists of node ids, joined where they meet. What cannot be closed, at an extract's rim for instance, is left out. */
export function joinRings(lines: readonly (readonly number[])[]): number[][] {
  const rings: number[][] = []
  const left = new Set(lines.filter((line) => line.length > 1))
  const byEnd = new Map<number, Set<readonly number[]>>()
  for (const line of left) for (const end of endsOf(line)) linesAt(end).add(line)
  for (const first of left) {
    take(first)
    const ring = [...first]
    while (ring[0] !== ring.at(-1)) {
      const [next] = linesAt(ring.at(-1) ?? 0)
      if (next === undefined) break
      take(next)
      ring.push(...(next[0] === ring.at(-1) ? next : next.toReversed()).slice(1))
    }
    if (ring.length > 3 && ring[0] === ring.at(-1)) rings.push(ring)
  }
  return rings

  function take(line: readonly number[]): void {
    left.delete(line)
    for (const end of endsOf(line)) linesAt(end).delete(line)
  }

  function linesAt(end: number): Set<readonly number[]> {
    const found = byEnd.get(end) ?? new Set()
    byEnd.set(end, found)
    return found
  }
}

const endsOf = (line: readonly number[]) => [line[0] ?? 0, line.at(-1) ?? 0]
