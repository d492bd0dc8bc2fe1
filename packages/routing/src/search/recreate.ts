// Puts absent jobs back, each where it costs least.
import type { Insertion } from './insertion.ts'
import type { Tours } from './tours.ts'

/**
 * Whether an optional job is put back only below its prize, or at any cost: several may pay for a
 * detour, or for a vehicle, that none of them pays for alone. Acceptance has the last word.
 */
export type Prizes = 'heeded' | 'ignored'

/**
 * Tries the first `count` of `jobs` in their order. Gives up, returning false, once more mandatory jobs
 * are missing than `mostMissing`, or as many and the tours are dearer than `mostCost`.
 */
export function recreate(
  tours: Tours,
  jobs: Int32Array,
  count: number,
  insertion: Insertion,
  mostMissing: number,
  mostCost: number,
  prizes: Prizes,
): boolean {
  const { mandatory, prize } = tours.instance
  let undecided = 0
  let undecidedMissing = 0
  for (let i = 0; i < count; i++) {
    undecided += prize[jobs[i] as number] as number
    undecidedMissing += mandatory[jobs[i] as number] as number
  }
  insertion.begin(jobs, count)
  for (let i = 0; i < count; i++) {
    const job = jobs[i] as number
    const atAnyCost = prizes === 'ignored' || mandatory[job] === 1
    if (insertion.find(job, atAnyCost ? Number.POSITIVE_INFINITY : (prize[job] as number))) {
      const { vehicle } = insertion.place
      const wasAtHome = (tours.slotOf[vehicle] as number) < 0
      tours.insert(job, insertion.place)
      if (wasAtHome) insertion.opened(vehicle)
    }
    undecided -= prize[job] as number
    undecidedMissing -= mandatory[job] as number
    const missing = tours.missing - undecidedMissing
    if (missing > mostMissing) return false
    if (missing === mostMissing && tours.cost - undecided > mostCost) return false
  }
  return true
}
