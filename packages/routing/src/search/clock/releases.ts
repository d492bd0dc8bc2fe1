// A trip leaves once all that it serves is released, wherever on it that is served.
import type { Instance } from '../../compile/instance.ts'
import { HOME, type Slots } from '../slots.ts'
import { ALWAYS } from './label.ts'

export class Releases {
  readonly any: boolean
  readonly #instance: Instance
  readonly #slots: Slots

  constructor(instance: Instance, slots: Slots) {
    this.any = instance.anyReleases
    this.#instance = instance
    this.#slots = slots
  }

  /** When the trip that the position belongs to may leave. */
  at(slot: number, position: number): number {
    if (!this.any) return ALWAYS
    const { stride, length, released, toRelease } = this.#slots
    const row = slot * stride
    return Math.max(
      released[row + position] as number,
      toRelease[row + (length[slot] as number) - position] as number,
    )
  }

  /** Fills the slot's tables. */
  collect(slot: number): void {
    if (!this.any) return
    const { stride, length, stops, released, toRelease, tripStart } = this.#slots
    const { jobCount, releaseS } = this.#instance
    const row = slot * stride
    const end = (length[slot] as number) + 1
    for (let position = 0; position <= end; position++) {
      const visit = stops[row + position] as number
      const isStart = position === 0 || visit >= jobCount
      const own = visit === HOME || visit >= jobCount ? ALWAYS : (releaseS[visit] as number)
      released[row + position] = isStart
        ? ALWAYS
        : Math.max(released[row + position - 1] as number, own)
      tripStart[row + position] = isStart ? position : (tripStart[row + position - 1] as number)
    }
    for (let back = 0; back <= end; back++) {
      const visit = stops[row + end - back] as number
      const isOver = visit === HOME || visit >= jobCount
      toRelease[row + back] = isOver
        ? ALWAYS
        : Math.max(toRelease[row + back - 1] as number, releaseS[visit] as number)
    }
  }
}
