// Where waiting and hours cost nothing: when the vehicle is done at each position at the earliest, and
// when it has to be there at the latest. Exact, with several windows too.
import type { Instance, Windows } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { NONE } from '../place.ts'
import { classOfSlot, type Slots } from '../slots.ts'
import type { Clock } from './clock.ts'
import { ALWAYS, NEVER } from './label.ts'

export class FinishClock implements Clock {
  readonly #instance: Instance
  readonly #slots: Slots

  constructor(instance: Instance, slots: Slots) {
    this.#instance = instance
    this.#slots = slots
  }

  update(slot: number, first: number, last: number): void {
    this.#deadlines(slot, last)
    this.#finishes(slot, first)
  }

  /** Busy seconds where the order can be driven, since waiting costs nothing. */
  duration(slot: number): number {
    const last = this.#slots.length[slot] as number
    return this.#isInTime(slot, last) ? (this.#slots.busy[slot] as number) : NEVER
  }

  /** Whether time allows the insertion. */
  allowsInserting(slot: number, gap: number, before: number, job: number, after: number): boolean {
    const { stride, length, places, finish, deadline } = this.#slots
    const { site } = this.#instance
    const { durations, size } = classOfSlot(this.#instance, this.#slots, slot)
    const row = slot * stride
    let at = places[row + gap] as number
    let now = finish[row + gap] as number
    for (const visit of [before, job, after]) {
      if (visit === NONE) continue
      const to = site[visit] as number
      now = this.#done(visit, now + (durations[at * size + to] as number))
      at = to
    }
    now += durations[at * size + (places[row + gap + 1] as number)] as number
    return now <= (deadline[row + (length[slot] as number) - gap] as number) + EPSILON
  }

  #finishes(slot: number, first: number): void {
    const { stride, length, stops, places, finish } = this.#slots
    const { durations, size, shiftFrom } = classOfSlot(this.#instance, this.#slots, slot)
    const row = slot * stride
    const last = length[slot] as number
    finish[row] = shiftFrom
    let now = finish[row + first - 1] as number
    for (let at = row + first; at <= row + last; at++) {
      const arc = (places[at - 1] as number) * size + (places[at] as number)
      now = this.#done(stops[at] as number, now + (durations[arc] as number))
      finish[at] = now
    }
  }

  /** When a visit is over that is reached at `arrival`; infinite where that is too late. */
  #done(visit: number, arrival: number): number {
    const { opens, closes, windows, serviceS } = this.#instance
    if (arrival > (closes[visit] as number) + EPSILON) return NEVER
    const own = windows[visit] as Windows
    let from = opens[visit] as number
    for (let w = 2; w < own.length && arrival > (own[w - 1] as number) + EPSILON; w += 2)
      from = own[w] as number
    return Math.max(arrival, from) + (serviceS[visit] as number)
  }

  #deadlines(slot: number, last: number): void {
    const { stride, length, stops, places, deadline } = this.#slots
    const { durations, size, shiftTo } = classOfSlot(this.#instance, this.#slots, slot)
    const row = slot * stride
    const end = (length[slot] as number) + 1
    deadline[row] = shiftTo
    let latest = deadline[row + end - last - 1] as number
    for (let position = last; position > 0; position--) {
      const at = row + position
      const arc = (places[at] as number) * size + (places[at + 1] as number)
      latest = this.#dueAt(stops[at] as number, latest - (durations[arc] as number))
      deadline[row + end - position] = latest
    }
  }

  /** When one has to be at a visit that must be over at `latest`; minus infinity where it is too late. */
  #dueAt(visit: number, latest: number): number {
    const { windows, serviceS } = this.#instance
    const own = windows[visit] as Windows
    const begin = latest - (serviceS[visit] as number)
    let w = own.length - 2
    while (w >= 0 && (own[w] as number) > begin + EPSILON) w -= 2
    if (w < 0) return ALWAYS
    const closes = own[w + 1] as number
    return Math.min(begin, closes)
  }

  /** Whether the end of the head at `position` leaves time for the tail behind it. */
  #isInTime(slot: number, position: number): boolean {
    const { stride, length, places, finish, deadline } = this.#slots
    const { durations, size } = classOfSlot(this.#instance, this.#slots, slot)
    const at = slot * stride + position
    const arc = (places[at] as number) * size + (places[at + 1] as number)
    const arrival = (finish[at] as number) + (durations[arc] as number)
    const due = deadline[slot * stride + (length[slot] as number) - position] as number
    return arrival <= due + EPSILON
  }
}
