// Labels of tails: from beginning at a position until the end, one for each number of breaks taken in it. Of
// several ways to drive a tail way 0 is the one that may begin last; way 1 is brief, as with heads.
import type { Instance, VehicleClass, Windows } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { NONE } from '../place.ts'
import { classOfSlot, type Slots } from '../slots.ts'
import { ALWAYS, type Label, NEVER } from './label.ts'
import type { Releases } from './releases.ts'

export class Tails {
  readonly #instance: Instance
  readonly #slots: Slots
  readonly #releases: Releases
  readonly #label: Label
  readonly #ways: number

  constructor(instance: Instance, slots: Slots, releases: Releases, label: Label) {
    this.#instance = instance
    this.#slots = slots
    this.#releases = releases
    this.#label = label
    this.#ways = slots.ways
  }

  /** Makes those up to position `last` anew. */
  update(slot: number, last: number): void {
    const { stride, length, stops, places, toRelease } = this.#slots
    const owner = classOfSlot(this.#instance, this.#slots, slot)
    const { durations, size, breaks } = owner
    const { jobCount } = this.#instance
    const row = slot * stride
    const end = (length[slot] as number) + 1
    this.#arrive(owner, row)
    for (let position = last; position > 0; position--) {
      const at = row + end - position
      const arc = (places[row + position] as number) * size + (places[row + position + 1] as number)
      const driveS = durations[arc] as number
      const visit = stops[row + position] as number
      const release =
        this.#releases.any && visit >= jobCount ? (toRelease[at - 1] as number) : ALWAYS
      for (let taken = 0; taken <= breaks.length; taken++) {
        const rest = breaks.length - taken
        for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++) {
          this.#forgetTail(at, taken)
          for (let point = NONE; point < (taken === 0 ? 0 : 2); point++) {
            this.#recallTail(at - 1, point === NONE ? taken : taken - 1)
            if (this.#growBack(owner, visit, driveS, release, rest, point))
              this.#keepTail(at, taken)
          }
        }
      }
      this.#noteDeadline(owner, at)
    }
  }

  #growBack(
    owner: VehicleClass,
    visit: number,
    driveS: number,
    release: number,
    rest: number,
    point: number,
  ): boolean {
    const { windows, serviceS } = this.#instance
    const pause = owner.breaks[rest] as VehicleClass['breaks'][number]
    if (this.#label.latest === ALWAYS) return false
    if (point === 0 && !this.#label.actBack(pause.windows, pause.durationS)) return false
    this.#label.duration += driveS
    this.#label.earliest -= driveS
    this.#label.latest -= driveS
    if (point === 1 && !this.#label.actBack(pause.windows, pause.durationS)) return false
    if (release > this.#label.latest + EPSILON) return false
    if (release > this.#label.earliest) this.#label.earliest = release
    return this.#label.actBack(windows[visit] as Windows, serviceS[visit] as number)
  }

  /** With the last breaks perhaps taken at home. */
  #arrive({ breaks, shiftFrom, shiftTo }: VehicleClass, row: number): void {
    let until = shiftTo
    for (let taken = 0; taken <= breaks.length; taken++) {
      const after = breaks[breaks.length - taken]
      if (after !== undefined) until = Math.min(until, after.windows.at(-1) as number)
      for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++) {
        this.#forgetTail(row, taken)
        this.#label.begin(shiftFrom, until)
        if (until >= shiftFrom) this.#keepTail(row, taken)
      }
    }
    this.#slots.deadline[row] = shiftTo
  }

  #recallTail(at: number, taken: number): void {
    const { groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    const label = at * groups + taken * this.#ways + this.#label.way
    this.#label.duration = tailDuration[label] as number
    this.#label.earliest = tailEarliest[label] as number
    this.#label.latest = tailLatest[label] as number
  }

  #forgetTail(at: number, taken: number): void {
    const label = at * this.#slots.groups + taken * this.#ways + this.#label.way
    this.#slots.tailLatest[label] = ALWAYS
  }

  /** Unless the one there may begin later, or as late and takes less time; brief as with heads. */
  #keepTail(at: number, taken: number): void {
    const { groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    const label = at * groups + taken * this.#ways + this.#label.way
    const known = tailLatest[label] as number
    const briefer = (tailDuration[label] as number) - this.#label.duration
    if (known > ALWAYS) {
      if (
        this.#label.way === 0 &&
        (known > this.#label.latest || (known === this.#label.latest && briefer <= 0))
      )
        return
      if (this.#label.way === 1 && briefer < 0) return
      const later = this.#label.earliest - (tailEarliest[label] as number)
      if (this.#label.way === 1 && briefer === 0 && later >= 0) return
    }
    tailDuration[label] = this.#label.duration
    tailEarliest[label] = this.#label.earliest
    tailLatest[label] = this.#label.latest
  }

  #noteDeadline({ breaks }: VehicleClass, at: number): void {
    const { groups, deadline, tailLatest } = this.#slots
    let latest = ALWAYS
    for (let taken = 0; taken <= breaks.length; taken++) {
      const own = tailLatest[at * groups + taken * this.#ways] as number
      if (own > latest) latest = own
    }
    deadline[at] = latest
  }

  /** Seconds in all of the label at hand and the tail behind `position`, where it is; infinite where they do not fit. */
  join(slot: number, position: number, taken: number): number {
    const { stride, length, groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    const at = slot * stride + (length[slot] as number) - position
    let least = NEVER
    for (let way = 0; way < this.#ways; way++) {
      const label = at * groups + taken * this.#ways + way
      if (this.#label.earliest + this.#label.duration > (tailLatest[label] as number) + EPSILON)
        continue
      const wait = (tailEarliest[label] as number) - this.#label.duration - this.#label.latest
      const duration = this.#label.duration + Math.max(wait, 0) + (tailDuration[label] as number)
      if (duration < least) least = duration
    }
    return least
  }
}
