// What the lid's counter says of a fall: a heap slides when somebody throws in bags. An opening proves
// little, for a crew may open the lid as well; that it stayed closed proves more.
import { rounded } from '../state/rounded.ts'

export interface Lid {
  /** Openings since the last echo; `null`: not all of that time was counted. */
  readonly opened: number | null
  /** Of the last few hundred echoes, the share before which it opened; 0: it counts nothing. */
  readonly busy: number
}

export const unknownLid: Lid = { opened: null, busy: 0 }

const COUNTED_OVER = 200
/** A lid that opens more seldom is not counted at all, as far as is known. */
const LEAST_BUSY = 0.02
/** Of the heaps that slide, those that do so under a closed lid; counters miss some, and times are mixed up. */
const SLIDE_CLOSED = 0.15
const MOST = 4

/** @param opens since the reading before; `null`: not counted */
export const lidAfterReading = ({ opened, busy }: Lid, opens: number | null): Lid => ({
  opened: opens === null || opened === null ? null : opened + opens,
  busy,
})

export const lidAfterEcho = ({ opened, busy }: Lid): Lid => ({
  opened: 0,
  busy: opened === null ? busy : rounded(busy + ((opened > 0 ? 1 : 0) - busy) / COUNTED_OVER, 4),
})

/** How much likelier than at any time a heap slid since the last echo; 1: nobody knows. */
export function slidesBy({ opened, busy }: Lid): number {
  if (opened === null || busy < LEAST_BUSY) return 1
  return opened === 0 ? SLIDE_CLOSED : Math.min((1 - SLIDE_CLOSED) / busy, MOST)
}
