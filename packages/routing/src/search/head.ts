// A fixed sequence leads its vehicle's route, in its order; what is not fixed comes behind it.
import type { Tours } from './tours.ts'

/** The gaps of the slot's route where `job` may go, both ends included. */
export function gapsFor(tours: Tours, slot: number, job: number): { first: number; last: number } {
  const rank = tours.instance.headRank[job] as number
  const end = tours.slots.length[slot] as number
  return {
    first: firstGap(tours, slot, rank, end),
    last: rank < 0 ? end : lastGap(tours, slot, rank, end),
  }
}

/** Behind all fixed jobs that come before it; for one that is not fixed, behind all of them. */
function firstGap({ slots, instance }: Tours, slot: number, rank: number, end: number): number {
  let first = 0
  for (let position = 1; position <= end; position++) {
    const stop = slots.stops[slot * slots.stride + position] as number
    if (stop >= instance.jobCount) continue
    const own = instance.headRank[stop] as number
    if (own < 0) break
    if (rank < 0 || own < rank) first = position
  }
  return first
}

/** Before all jobs that a fixed one precedes. */
function lastGap({ slots, instance }: Tours, slot: number, rank: number, end: number): number {
  for (let position = 1; position <= end; position++) {
    const stop = slots.stops[slot * slots.stride + position] as number
    if (stop >= instance.jobCount) continue
    const own = instance.headRank[stop] as number
    if (own < 0 || own > rank) return position - 1
  }
  return end
}
