import type { Random } from '../random/sfc32.ts'
import type { Insertion } from './insertion.ts'
import { PlainInsertion } from './plain-insertion.ts'
import { TimedInsertion } from './timed-insertion.ts'
import type { Tours } from './tours.ts'

/** The fastest that decides right for this problem. */
export const insertionFor = (tours: Tours, blink: number, random: Random): Insertion =>
  tours.clock === null
    ? new PlainInsertion(tours, blink, random)
    : new TimedInsertion(tours, tours.clock, blink, random)

/** One that overlooks nothing. */
export const exactInsertion = (tours: Tours): Insertion => insertionFor(tours, 0, () => 0)
