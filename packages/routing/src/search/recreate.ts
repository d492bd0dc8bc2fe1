// Puts absent jobs back, each where it costs least.
import type { Insertion } from './insertion.ts'
import type { Merit, Tours } from './tours.ts'

/**
 * Whether an optional job is put back only below its prize, or at any cost: several may pay for a
 * detour, or for a vehicle, that none of them pays for alone. Acceptance has the last word.
 */
export type Prizes = 'heeded' | 'ignored'

/**
 * Tries `jobs` in their order. Gives up, returning false, once more mandatory jobs are missing or
 * the tours are dearer than `bound` allows.
 */
export function recreate(
  tours: Tours,
  jobs: readonly number[],
  insertion: Insertion,
  bound: Merit,
  prizes: Prizes,
): boolean {
  const { mandatory, prize } = tours.instance
  let undecided = 0
  let undecidedMissing = 0
  for (const job of jobs) {
    undecided += prize[job] as number
    undecidedMissing += mandatory[job] as number
  }
  for (const job of jobs) {
    const atAnyCost = prizes === 'ignored' || mandatory[job] === 1
    const limit = atAnyCost ? Number.POSITIVE_INFINITY : (prize[job] as number)
    if (insertion.find(job, limit)) tours.insert(job, insertion.place)
    undecided -= prize[job] as number
    undecidedMissing -= mandatory[job] as number
    const missing = tours.missing - undecidedMissing
    if (missing > bound.missing) return false
    if (missing === bound.missing && tours.cost - undecided > bound.cost) return false
  }
  return true
}
