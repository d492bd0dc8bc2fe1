// Puts absent jobs back, each where it costs least.
import type { Insertion } from './insertion.ts'
import type { Place } from './place.ts'
import type { Tours } from './tours.ts'

/**
 * Whether an optional job is put back only below its prize, or at any cost: several may pay for a detour
 * that none of them pays for alone. Opening: the first takes a vehicle from home at any cost, which those
 * behind it may pay for together. Acceptance has the last word.
 */
export type Prizes = 'heeded' | 'ignored' | 'opening'

/**
 * Tries the first `count` of `jobs` in their order. Gives up, returning false, once more mandatory jobs
 * are missing than `mostMissing`, or as many and the tours are dearer than `mostCost`. The insertion
 * must know the jobs already.
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
  for (let i = 0; i < count; i++) {
    const job = jobs[i] as number
    const opening = prizes === 'opening' && i === 0
    const atAnyCost = prizes === 'ignored' || opening || mandatory[job] === 1
    const limit = atAnyCost ? Number.POSITIVE_INFINITY : (prize[job] as number)
    if (insertion.find(job, limit, opening)) {
      const { place } = insertion
      if (place.successor >= 0) succeed(tours, place)
      const wasAtHome = (tours.slotOf[place.vehicle] as number) < 0
      tours.insert(job, place)
      if (wasAtHome || place.successor >= 0) insertion.opened(place.vehicle)
    }
    undecided -= prize[job] as number
    undecidedMissing -= mandatory[job] as number
    const missing = tours.missing - undecidedMissing
    if (missing > mostMissing) return false
    if (missing === mostMissing && tours.cost - undecided > mostCost) return false
  }
  return true
}

function succeed(tours: Tours, place: Place): void {
  tours.handOver(place.vehicle, place.successor)
  place.vehicle = place.successor
  place.delta -= place.succession
}
