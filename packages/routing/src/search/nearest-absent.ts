import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'

/** Appends up to `most` absent jobs near `seed` that are not among the first `count` of `out`; their number then. */
export function nearestAbsent(
  tours: Tours,
  seed: number,
  neighbours: Neighbours,
  out: Int32Array,
  count: number,
  most: number,
): number {
  if (tours.absent.size === count) return count
  const row = neighbours.rowOf(seed)
  let found = count
  for (let at = row; at < row + neighbours.count && found < count + most; at++) {
    const job = neighbours.nearest[at] as number
    if (tours.absent.has(job) && !contains(out, count, job)) out[found++] = job
  }
  return found
}

function contains(items: Int32Array, count: number, item: number): boolean {
  for (let i = 0; i < count; i++) if (items[i] === item) return true
  return false
}
