// What happens to one container, in observed time.
import type { StopOutcome } from '../../collection/plan.ts'
import type { Reading } from '../../reading/reading.ts'

export type FoldEvent =
  | { readonly kind: 'unseated'; readonly at: number; readonly deviceId: string }
  | {
      readonly kind: 'seated'
      readonly at: number
      readonly deviceId: string
      /** When we were told that it sits there. */
      readonly registeredAt: number
    }
  | {
      readonly kind: 'result'
      readonly at: number
      readonly stopId: string
      readonly outcome: StopOutcome
      /** What was weighed, and how much of it was wet; absent or null: nobody said. */
      readonly kg?: number | null
      readonly wetKg?: number | null
    }
  | { readonly kind: 'reading'; readonly at: number; readonly reading: Reading }

const RANK = { unseated: 0, seated: 1, result: 2, reading: 3 } as const

/** By observed time; what happens at the same instant has one order too, whatever order it came in. */
export const inObservedOrder = (events: readonly FoldEvent[]): FoldEvent[] =>
  events.toSorted(
    (a, b) =>
      a.at - b.at ||
      RANK[a.kind] - RANK[b.kind] ||
      (idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b))),
  )

function idOf(event: FoldEvent): string {
  if (event.kind === 'reading') return event.reading.deviceId
  return event.kind === 'result' ? event.stopId : event.deviceId
}
