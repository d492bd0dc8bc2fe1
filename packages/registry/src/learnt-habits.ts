// How the fleet fills, among what is learnt.
import type { LearntHabits } from '@bakwacht/domain'
import { FLEET_SCOPE, type Learnt } from './registry.ts'

const KIND = 'fill_habit'

/** As they were learnt last; `undefined`: nothing was yet. */
export async function readHabits(learnt: Learnt): Promise<LearntHabits | undefined> {
  const stored = await learnt.all(KIND)
  return stored.get(FLEET_SCOPE) as LearntHabits | undefined
}

export const putHabits = (learnt: Learnt, habits: LearntHabits, now: number): Promise<void> =>
  learnt.put(KIND, new Map([[FLEET_SCOPE, habits]]), now)
