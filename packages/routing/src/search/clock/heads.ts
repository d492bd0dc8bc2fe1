// Labels of heads: from leaving the start until done at a position, one for each number of breaks taken. Of
// several ways to drive a head (where to rest, which windows) way 0 is the one that is done first; way 1,
// kept where a visit has several windows, is brief. With releases, heads count from the start of their trip,
// which what comes later on it may hold back, for each number of breaks that may have been taken before it;
// `reach` goes there from the route's start.
import type { Instance, VehicleClass, Windows } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { NONE } from '../place.ts'
import { classOfSlot, type Slots } from '../slots.ts'
import { ALWAYS, type Label, NEVER } from './label.ts'
import type { Releases } from './releases.ts'

export class Heads {
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

  /** Makes those from position `first` on anew. */
  update(slot: number, first: number): void {
    const { stride, length, stops, places, tripStart } = this.#slots
    const owner = classOfSlot(this.#instance, this.#slots, slot)
    const { durations, size, breaks } = owner
    const row = slot * stride
    const last = length[slot] as number
    if (first === 1) this.#depart(owner, slot)
    for (let position = first; position <= last; position++) {
      const at = row + position
      const arc = (places[at - 1] as number) * size + (places[at] as number)
      const driveS = durations[arc] as number
      const visit = stops[at] as number
      const opensTrip = this.#releases.any && tripStart[at] === position
      const mostEarly = this.#releases.any && !opensTrip ? breaks.length : 0
      for (let early = 0; early <= mostEarly; early++)
        for (let taken = early; taken <= breaks.length; taken++) {
          for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++) {
            this.#forgetHead(at, early, taken)
            for (let point = NONE; point < (taken === early ? 0 : 2); point++) {
              const before = point === NONE ? taken : taken - 1
              if (opensTrip) this.#growAcross(owner, slot, position, before, taken, point, driveS)
              else {
                this.#recall(at - 1, early, before, position - 1)
                if (this.grow(owner, visit, driveS, taken - 1, point))
                  this.#keepHead(at, early, taken)
              }
            }
          }
        }
      this.#noteFinish(owner, slot, position)
    }
  }

  /** Begins a new trip: from the start of the one before, through that one, to unloading. */
  #growAcross(
    owner: VehicleClass,
    slot: number,
    position: number,
    before: number,
    taken: number,
    point: number,
    driveS: number,
  ): void {
    const { stride, stops, released } = this.#slots
    const at = slot * stride + position
    const release = released[at - 1] as number
    for (let early = 0; early <= before; early++) {
      if (!this.reach(slot, position - 1, early, before, release)) continue
      if (this.grow(owner, stops[at] as number, driveS, taken - 1, point))
        this.#keepHead(at, 0, taken)
    }
  }

  /** The label at hand, one stop on; with `point` 0 or 1 the break `rest` is taken before or after driving. */
  grow(owner: VehicleClass, visit: number, driveS: number, rest: number, point: number): boolean {
    if (this.#label.earliest === NEVER) return false
    if (point === 0 && !this.rest(owner, rest)) return false
    this.#label.duration += driveS
    if (point === 1 && !this.rest(owner, rest)) return false
    return this.#serve(visit)
  }

  rest({ breaks }: VehicleClass, index: number): boolean {
    const pause = breaks[index] as VehicleClass['breaks'][number]
    return this.#label.act(pause.windows, pause.durationS)
  }

  #serve(visit: number): boolean {
    const { windows, serviceS } = this.#instance
    return this.#label.act(windows[visit] as Windows, serviceS[visit] as number)
  }

  /** With the first breaks perhaps taken at home. */
  #depart({ breaks, shiftFrom, shiftTo }: VehicleClass, slot: number): void {
    const at = slot * this.#slots.stride
    let from = shiftFrom
    for (let taken = 0; taken <= breaks.length; taken++) {
      const before = breaks[taken - 1]
      if (before !== undefined)
        from = Math.max(from, (before.windows[0] as number) + before.durationS)
      for (this.#label.way = 0; this.#label.way < this.#ways; this.#label.way++) {
        this.#forgetHead(at, 0, taken)
        this.#label.begin(from, shiftTo)
        if (from <= shiftTo) this.#keepHead(at, 0, taken)
      }
    }
    this.#slots.finish[at] = shiftFrom
  }

  /** Where the label at hand's way is kept: with `taken` breaks in all, `early` of them before the trip. */
  #index(at: number, early: number, taken: number): number {
    const { headGroups, groups } = this.#slots
    return at * headGroups + early * groups + taken * this.#ways + this.#label.way
  }

  /** The head's label; where heads count from their trip's start, that of doing nothing at its start. */
  #recall(at: number, early: number, taken: number, position: number): void {
    const { headDuration, headEarliest, headLatest, tripStart } = this.#slots
    if (this.#releases.any && tripStart[at] === position) {
      this.#label.begin(taken === early ? ALWAYS : NEVER, NEVER)
      return
    }
    const label = this.#index(at, early, taken)
    this.#label.duration = headDuration[label] as number
    this.#label.earliest = headEarliest[label] as number
    this.#label.latest = headLatest[label] as number
  }

  #forgetHead(at: number, early: number, taken: number): void {
    const label = this.#index(at, early, taken)
    this.#slots.headEarliest[label] = NEVER
    this.#slots.headDuration[label] = 0
  }

  /** Unless the one there is done sooner, or as soon in less time; the brief one: is briefer, or may begin later. */
  #keepHead(at: number, early: number, taken: number): void {
    const { headDuration, headEarliest, headLatest } = this.#slots
    const label = this.#index(at, early, taken)
    const done = this.#label.earliest + this.#label.duration
    const known = (headEarliest[label] as number) + (headDuration[label] as number)
    const briefer = (headDuration[label] as number) - this.#label.duration
    if (known < NEVER) {
      if (this.#label.way === 0 && (known < done || (known === done && briefer <= 0))) return
      if (this.#label.way === 1 && briefer < 0) return
      if (
        this.#label.way === 1 &&
        briefer === 0 &&
        (headLatest[label] as number) >= this.#label.latest
      )
        return
    }
    headDuration[label] = this.#label.duration
    headEarliest[label] = this.#label.earliest
    headLatest[label] = this.#label.latest
  }

  /** By the releases so far: what follows on the trip may yet be parted from it. */
  #noteFinish({ breaks }: VehicleClass, slot: number, position: number): void {
    const { stride, finish, released, headDuration, headEarliest } = this.#slots
    const at = slot * stride + position
    let soonest = NEVER
    this.#label.way = 0
    for (let taken = 0; taken <= breaks.length; taken++) {
      if (this.#releases.any)
        for (let early = 0; early <= taken; early++) {
          if (this.reach(slot, position, early, taken, released[at] as number))
            soonest = Math.min(soonest, this.#label.earliest + this.#label.duration)
        }
      else {
        const label = this.#index(at, 0, taken)
        const done = (headEarliest[label] as number) + (headDuration[label] as number)
        if (done < soonest) soonest = done
      }
    }
    finish[at] = soonest
  }

  /**
   * Takes in hand the head at `position`, from the route's start on, with `taken` breaks, of which
   * `early` before its trip; the trip leaves no earlier than `release`.
   */
  reach(slot: number, position: number, early: number, taken: number, release: number): boolean {
    const { stride, tripStart, headDuration, headEarliest, headLatest } = this.#slots
    const row = slot * stride
    if (!this.#releases.any) {
      this.#recall(row + position, 0, taken, position)
      return this.#label.earliest !== NEVER
    }
    const start = tripStart[row + position] as number
    const reached = this.#index(row + start, 0, early)
    this.#label.duration = headDuration[reached] as number
    this.#label.earliest = headEarliest[reached] as number
    this.#label.latest = headLatest[reached] as number
    if (this.#label.earliest === NEVER || !this.#label.hold(release)) return false
    if (start === position) return early === taken
    const label = this.#index(row + position, early, taken)
    const second = headEarliest[label] as number
    if (this.#label.earliest + this.#label.duration > (headLatest[label] as number) + EPSILON)
      return false
    if (second === NEVER) return false
    const own = this.#label.duration
    const wait = second - own - this.#label.latest
    this.#label.duration += Math.max(wait, 0) + (headDuration[label] as number)
    this.#label.earliest =
      wait > 0 ? this.#label.latest : Math.max(this.#label.earliest, second - own)
    this.#label.latest = Math.min(this.#label.latest, (headLatest[label] as number) - own)
    return true
  }
}
