// With releases, the labels of heads that count from the start of their trip: what comes later on the trip
// may hold it back as a whole. Where each visit has one window and there are no breaks.
import type { Instance } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import type { Slots } from '../slots.ts'
import { ALWAYS, NEVER } from './label.ts'

export class TripHeads {
  readonly #instance: Instance
  readonly #slots: Slots

  constructor(instance: Instance, slots: Slots) {
    this.#instance = instance
    this.#slots = slots
  }

  /** The label of having done nothing, at a trip's start. */
  begin(at: number): void {
    const { headDuration, headEarliest, headLatest } = this.#slots
    headDuration[at] = 0
    headEarliest[at] = ALWAYS
    headLatest[at] = NEVER
  }

  /** The label of the row `at`, from that of the row before and driving `driveS` to `visit`. */
  grow(at: number, visit: number, driveS: number): void {
    const { headDuration, headEarliest, headLatest } = this.#slots
    const { opens, closes, serviceS } = this.#instance
    const arrival = (headDuration[at - 1] as number) + driveS
    const earliest = headEarliest[at - 1] as number
    const latest = headLatest[at - 1] as number
    const from = (opens[visit] as number) - arrival
    const to = (closes[visit] as number) - arrival
    const wait = from > latest ? from - latest : 0
    headDuration[at] = arrival + wait + (serviceS[visit] as number)
    headEarliest[at] = wait > 0 ? latest : Math.max(earliest, from)
    headLatest[at] = earliest > to + EPSILON ? ALWAYS : Math.min(latest, to)
  }

  /** When the position is done at the earliest if its trip leaves no earlier than `release`; infinite: too late. */
  finish(slot: number, position: number, release: number): number {
    const { stride, tripStart, finish, headDuration, headEarliest, headLatest } = this.#slots
    const row = slot * stride
    const at = row + position
    const start = tripStart[at] as number
    const departure = Math.max(finish[row + start] as number, release)
    if (start === position) return departure
    if (departure > (headLatest[at] as number) + EPSILON) return NEVER
    return Math.max(departure, headEarliest[at] as number) + (headDuration[at] as number)
  }
}
