import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'

/** So many absent jobs get a new chance beside those just removed. */
const MOST = 15

/** The absent jobs nearest to `seed`, without those of `removed`. */
export function nearestAbsent(
  tours: Tours,
  seed: number,
  removed: readonly number[],
  neighbours: Neighbours,
): number[] {
  if (tours.absent.size === removed.length) return []
  const known = new Set(removed)
  const found: number[] = []
  for (const job of neighbours.of(seed)) {
    if (found.length === MOST) break
    if (tours.absent.has(job) && !known.has(job)) found.push(job)
  }
  return found
}
