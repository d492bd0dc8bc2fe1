// Puts absent jobs back, each where it costs least; optional ones only where that is below their prize.
import type { Insertion } from './insertion.ts'
import type { Merit, Tours } from './tours.ts'

/**
 * Tries `jobs` in their order. Gives up, returning false, once more mandatory jobs are missing or
 * the tours are dearer than `bound` allows.
 */
export function recreate(
  tours: Tours,
  jobs: readonly number[],
  insertion: Insertion,
  bound: Merit,
): boolean {
  const { mandatory, prize } = tours.instance
  let undecided = 0
  let undecidedMissing = 0
  for (const job of jobs) {
    undecided += prize[job] as number
    undecidedMissing += mandatory[job] as number
  }
  for (const job of jobs) {
    const limit = mandatory[job] === 1 ? Number.POSITIVE_INFINITY : (prize[job] as number)
    if (insertion.find(job, limit))
      tours.insert(job, insertion.place.vehicle, insertion.place.position)
    undecided -= prize[job] as number
    undecidedMissing -= mandatory[job] as number
    const missing = tours.missing - undecidedMissing
    if (missing > bound.missing) return false
    if (missing === bound.missing && tours.cost - undecided > bound.cost) return false
  }
  return true
}
