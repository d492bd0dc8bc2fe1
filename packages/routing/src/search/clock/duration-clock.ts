// Where hours cost or are limited, vehicles rest, or trips wait for releases: joins heads and tails. Every
// duration is that of a way to drive; that there is none shorter is certain without breaks and with one
// window a visit.
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { NONE } from '../place.ts'
import { classOfSlot, type Slots } from '../slots.ts'
import type { Clock } from './clock.ts'
import { Heads } from './heads.ts'
import { ALWAYS, Label, NEVER } from './label.ts'
import { Releases } from './releases.ts'
import { Tails } from './tails.ts'

export class DurationClock implements Clock {
  readonly #instance: Instance
  readonly #slots: Slots
  readonly #label = new Label()
  readonly #releases: Releases
  readonly #heads: Heads
  readonly #tails: Tails
  /** Labels for each number of breaks. */
  readonly #ways: number
  /** Whether all ways to drive an order take the same time in all joins. */
  readonly #exact: boolean

  constructor(instance: Instance, slots: Slots) {
    this.#instance = instance
    this.#slots = slots
    this.#releases = new Releases(instance, slots)
    this.#heads = new Heads(instance, slots, this.#releases, this.#label)
    this.#tails = new Tails(instance, slots, this.#releases, this.#label)
    this.#ways = slots.ways
    this.#exact = slots.groups === 1 && instance.windows.every(({ length }) => length === 2)
  }

  update(slot: number, first: number, last: number): void {
    this.#releases.collect(slot)
    this.#tails.update(slot, last)
    this.#heads.update(slot, first)
  }

  duration(slot: number): number {
    const last = this.#slots.length[slot] as number
    let least = this.#joined(slot, last)
    if (!this.#exact)
      for (let position = 0; position < last; position++)
        least = Math.min(least, this.#joined(slot, position))
    return least
  }

  /**
   * Seconds from departure to return with `job` behind the stop at `gap`, and unload visits right before
   * and after it or {@link NONE}; infinite where that cannot be driven. Looks no
   * further once a way takes no more than `enough`.
   */
  durationInserting(
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    enough: number,
  ): number {
    const owner = classOfSlot(this.#instance, this.#slots, slot)
    const owed = owner.breaks.length
    let least = NEVER
    for (let taken = 0; taken <= owed && least > enough; taken++) {
      const straight = this.#inserting(owner, slot, gap, before, job, after, taken, NONE)
      if (straight < least) least = straight
    }
    const points = 2 + 2 * (1 + Number(before !== NONE) + Number(after !== NONE))
    for (let taken = 0; taken < owed; taken++)
      for (let point = 0; point < points && least > enough; point++) {
        const rested = this.#inserting(owner, slot, gap, before, job, after, taken, point)
        if (rested < least) least = rested
      }
    return least > owner.maxDurationS + EPSILON ? NEVER : least
  }

  /** False where `seconds` more between the stop at `gap` and the next are too many, waiting or not. */
  mayFit(slot: number, gap: number, seconds: number): boolean {
    if (this.#releases.any) return true
    const { stride, length, groups, headDuration, headEarliest, tailLatest } = this.#slots
    const { breaks } = classOfSlot(this.#instance, this.#slots, slot)
    const head = (slot * stride + gap) * groups
    const tail = (slot * stride + (length[slot] as number) - gap) * groups
    const owed = breaks.length * this.#ways
    for (let taken = 0; taken <= owed; taken += this.#ways) {
      const done = (headEarliest[head + taken] as number) + (headDuration[head + taken] as number)
      const slack = done + seconds - EPSILON
      if (slack <= (tailLatest[tail + owed - taken] as number)) return true
      if (taken === owed) continue
      const rest = (breaks[taken / this.#ways] as VehicleClass['breaks'][number]).durationS
      if (slack + rest <= (tailLatest[tail + owed - taken - this.#ways] as number)) return true
    }
    return false
  }

  /** The least duration over all ways to take the breaks in the head or in the tail behind `position`. */
  #joined(slot: number, position: number): number {
    const { stride, places } = this.#slots
    const { durations, size, breaks, maxDurationS } = classOfSlot(this.#instance, this.#slots, slot)
    const at = slot * stride + position
    const arc = (places[at] as number) * size + (places[at + 1] as number)
    const owed = breaks.length
    let least = NEVER
    const release = this.#releases.at(slot, position)
    for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++)
      for (let taken = 0; taken <= owed; taken++)
        for (let early = this.#releases.any ? 0 : taken; early <= taken; early++) {
          if (!this.#heads.reach(slot, position, early, taken, release)) continue
          this.#label.duration += durations[arc] as number
          const duration = this.#tails.join(slot, position, owed - taken)
          if (duration < least) least = duration
        }
    return least > maxDurationS + EPSILON ? NEVER : least
  }

  /** One chain of head, rest, new stops and tail. `point` counts before and after each drive; or none. */
  #inserting(
    owner: VehicleClass,
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    taken: number,
    point: number,
  ): number {
    const owed = owner.breaks.length
    const left = owed - taken - Number(point !== NONE)
    const { toRelease, released, stride, length } = this.#slots
    const { releaseS } = this.#instance
    const row = slot * stride
    const rest = this.#releases.any
      ? (toRelease[row + (length[slot] as number) - gap] as number)
      : 0
    const own = releaseS[job] as number
    const withRest = after === NONE ? Math.max(own, rest) : own
    const first = this.#releases.any
      ? Math.max(released[row + gap] as number, before === NONE ? withRest : ALWAYS)
      : ALWAYS
    let least = NEVER
    for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++)
      for (let early = this.#releases.any ? 0 : taken; early <= taken; early++) {
        if (!this.#heads.reach(slot, gap, early, taken, first)) continue
        if (this.#chain(owner, slot, gap, before, job, after, taken, point, withRest, rest)) {
          const duration = this.#tails.join(slot, gap, left)
          if (duration < least) least = duration
        }
      }
    return least
  }

  /** From the head at hand by the new stops to the tail's first. */
  #chain(
    owner: VehicleClass,
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    taken: number,
    point: number,
    withRest: number,
    rest: number,
  ): boolean {
    const { places, stride } = this.#slots
    const { site } = this.#instance
    const { durations, size } = owner
    let at = places[slot * stride + gap] as number
    let drive = 0
    for (let i = 0; i < 3; i++) {
      const visit = i === 0 ? before : i === 1 ? job : after
      if (visit === NONE) continue
      const to = site[visit] as number
      if (
        !this.#heads.grow(
          owner,
          visit,
          durations[at * size + to] as number,
          taken,
          point - 2 * drive,
        )
      )
        return false
      if (this.#releases.any && i === 0 && !this.#label.hold(withRest)) return false
      if (this.#releases.any && i === 2 && !this.#label.hold(rest)) return false
      at = to
      drive++
    }
    if (point === 2 * drive && !this.#heads.rest(owner, taken)) return false
    this.#label.duration += durations[
      at * size + (places[slot * stride + gap + 1] as number)
    ] as number
    return point !== 2 * drive + 1 || this.#heads.rest(owner, taken)
  }
}
