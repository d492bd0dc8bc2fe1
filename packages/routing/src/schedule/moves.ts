// How the head of a route grows in every way that is allowed. All methods add to `to`.
import type { Instance, VehicleClass, Windows } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import { extend } from './extend.ts'
import {
  BREAKS,
  COST,
  DURATION,
  EARLIEST,
  LATEST,
  type LabelLimits,
  LabelSet,
  LOAD,
  TRACE,
} from './label-set.ts'
import type { Act, Trace } from './trace.ts'

export interface MovesOptions {
  readonly instance: Instance
  readonly limits: LabelLimits
  readonly trace: Trace
}

export class Moves {
  readonly #instance: Instance
  readonly #limits: LabelLimits
  readonly #trace: Trace

  constructor({ instance, limits, trace }: MovesOptions) {
    this.#instance = instance
    this.#limits = limits
    this.#trace = trace
  }

  newSet(): LabelSet {
    return new LabelSet(this.#instance.loadCount, this.#limits)
  }

  /** Leaving the start, the first breaks perhaps taken at home. */
  depart(vehicle: VehicleClass, to: LabelSet): void {
    let from = vehicle.shiftFrom
    for (let taken = 0; taken <= vehicle.breaks.length; taken++) {
      const before = vehicle.breaks[taken - 1]
      if (before !== undefined)
        from = Math.max(from, (before.windows[0] as number) + before.durationS)
      if (from > vehicle.shiftTo) return
      this.#begin(to, vehicle.fixedCost, from, vehicle.shiftTo, taken)
      to.keep(vehicle.perS)
    }
  }

  /**
   * Being at the end, the last breaks perhaps taken at home. Where the vehicle must arrive empty, the
   * end is a stop whose load needs all its capacity.
   */
  arrive(vehicle: VehicleClass, to: LabelSet): void {
    const { breaks, shiftFrom, unloadAtEnd, capacity } = vehicle
    let until = vehicle.shiftTo
    for (let taken = 0; taken <= breaks.length; taken++) {
      const after = breaks[breaks.length - taken]
      if (after !== undefined) until = Math.min(until, after.windows.at(-1) as number)
      if (until < shiftFrom) return
      const label = this.#begin(to, 0, shiftFrom, until, taken)
      if (unloadAtEnd) to.data.set(capacity, label + LOAD)
      to.keep(vehicle.perS)
    }
  }

  /** Straight from one location to another, resting before, after, or not at all. */
  drive(
    vehicle: VehicleClass,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    if (!owesBreaks(vehicle, from)) {
      this.#roll(vehicle, from, to, origin, destination)
      return
    }
    const rested = this.newSet()
    const driven = this.newSet()
    this.#rest(vehicle, from, rested, origin)
    this.#roll(vehicle, rested, driven, origin, destination)
    this.#rest(vehicle, driven, to, destination)
  }

  /** From one location to another: straight, or by way of any of the unload places. */
  driveOrUnload(
    vehicle: VehicleClass,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    this.drive(vehicle, from, to, origin, destination)
    for (let i = 0; i < vehicle.unloadCount; i++) {
      const visit = vehicle.firstUnload + i
      const place = this.#instance.location[visit] as number
      const reached = this.newSet()
      const unloaded = this.newSet()
      this.drive(vehicle, from, reached, origin, place)
      this.unload(vehicle, reached, unloaded, visit)
      this.drive(vehicle, unloaded, to, place, destination)
    }
  }

  serve(vehicle: VehicleClass, from: LabelSet, to: LabelSet, job: number): void {
    const { load, loadCount } = this.#instance
    for (let at = 0; at < from.count; at++)
      if (this.#hasRoom(vehicle, from, at, job))
        this.#visit(vehicle, from, at, to, job, (label) => {
          for (let i = LOAD; i < to.stride; i++)
            to.data[label + i] =
              (to.data[label + i] as number) + (load[job * loadCount + i - LOAD] as number)
          return 'job'
        })
  }

  /** Leaves what is on board at an unload place. */
  unload(vehicle: VehicleClass, from: LabelSet, to: LabelSet, visit: number): void {
    for (let at = 0; at < from.count; at++)
      this.#visit(vehicle, from, at, to, visit, (label) => {
        to.data.fill(0, label + LOAD, label + to.stride)
        return 'unload'
      })
  }

  /** Goes on no earlier than `release`. */
  hold(vehicle: VehicleClass, from: LabelSet, to: LabelSet, release: number): void {
    const act: Act = { kind: 'hold', index: 0, location: 0, durationS: 0, opens: release }
    for (let at = 0; at < from.count; at++) {
      const label = this.#act(vehicle, from, at, to, 0, release, Number.POSITIVE_INFINITY)
      if (label < 0) continue
      this.#note(to, label, act)
      to.keep(vehicle.perS)
    }
  }

  /** How long head and end take together; infinite where they do not fit. */
  joinedDuration(
    vehicle: VehicleClass,
    heads: LabelSet,
    head: number,
    ends: LabelSet,
    end: number,
  ): number {
    const a = head * heads.stride
    const b = end * ends.stride
    const first = heads.data
    const second = ends.data
    if ((first[a + BREAKS] as number) + (second[b + BREAKS] as number) !== vehicle.breaks.length)
      return Number.POSITIVE_INFINITY
    const durationA = first[a + DURATION] as number
    if ((first[a + EARLIEST] as number) + durationA > (second[b + LATEST] as number) + EPSILON)
      return Number.POSITIVE_INFINITY
    for (let i = LOAD; i < heads.stride; i++) {
      const together = (first[a + i] as number) + (second[b + i] as number)
      if (together > (vehicle.capacity[i - LOAD] as number) + EPSILON)
        return Number.POSITIVE_INFINITY
    }
    const wait = (second[b + EARLIEST] as number) - durationA - (first[a + LATEST] as number)
    const duration = durationA + Math.max(0, wait) + (second[b + DURATION] as number)
    return duration > vehicle.maxDurationS + EPSILON ? Number.POSITIVE_INFINITY : duration
  }

  /** In each of its windows; `change` makes of the grown label what the visit makes of the load. */
  #visit(
    vehicle: VehicleClass,
    from: LabelSet,
    at: number,
    to: LabelSet,
    index: number,
    change: (label: number) => 'job' | 'unload',
  ): void {
    const windows = this.#instance.windows[index] as Windows
    const durationS = this.#instance.serviceS[index] as number
    const location = this.#instance.location[index] as number
    for (let w = 0; w < windows.length; w += 2) {
      const opens = windows[w] as number
      const closes = windows[w + 1] as number
      const label = this.#act(vehicle, from, at, to, durationS, opens, closes)
      if (label < 0) continue
      this.#note(to, label, { kind: change(label), index, location, durationS, opens })
      to.keep(vehicle.perS)
    }
  }

  #roll(
    vehicle: VehicleClass,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    const { size, durations, distances } = vehicle.given
    const arc = origin * size + destination
    const durationS = durations[arc] as number
    const money = vehicle.perM * (distances[arc] as number)
    const always = Number.POSITIVE_INFINITY
    for (let at = 0; at < from.count; at++) {
      const label = this.#act(vehicle, from, at, to, durationS, -always, always)
      if (label < 0) continue
      to.data[label + COST] = (to.data[label + COST] as number) + money
      to.keep(vehicle.perS)
    }
  }

  /** All labels as they are, and with the next break taken here. */
  #rest(vehicle: VehicleClass, from: LabelSet, to: LabelSet, location: number): void {
    for (let at = 0; at < from.count; at++) {
      to.copyBehind(from, at)
      to.keep(vehicle.perS)
      const index = from.data[at * from.stride + BREAKS] as number
      const next = vehicle.breaks[index]
      if (next === undefined) continue
      const { durationS, windows } = next
      for (let w = 0; w < windows.length; w += 2) {
        const opens = windows[w] as number
        const closes = windows[w + 1] as number
        const label = this.#act(vehicle, from, at, to, durationS, opens, closes)
        if (label < 0) continue
        to.data[label + BREAKS] = index + 1
        this.#note(to, label, { kind: 'break', index, location, durationS, opens })
        to.keep(vehicle.perS)
      }
    }
  }

  /** Where the grown label was written, -1 where there is no time for it. */
  #act(
    vehicle: VehicleClass,
    from: LabelSet,
    at: number,
    to: LabelSet,
    durationS: number,
    opens: number,
    closes: number,
  ): number {
    if (!extend(from, at, to, durationS, opens, closes)) return -1
    const label = to.count * to.stride
    const tooLong = (to.data[label + DURATION] as number) > vehicle.maxDurationS + EPSILON
    return tooLong ? -1 : label
  }

  #hasRoom(vehicle: VehicleClass, from: LabelSet, at: number, job: number): boolean {
    const { load, loadCount } = this.#instance
    for (let i = 0; i < loadCount; i++) {
      const onBoard = from.data[at * from.stride + LOAD + i] as number
      const more = load[job * loadCount + i] as number
      if (onBoard + more > (vehicle.capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  #begin(to: LabelSet, cost: number, earliest: number, latest: number, breaks: number): number {
    const label = to.count * to.stride
    to.data.fill(0, label, label + to.stride)
    to.data[label + COST] = cost
    to.data[label + EARLIEST] = earliest
    to.data[label + LATEST] = latest
    to.data[label + BREAKS] = breaks
    return label
  }

  #note(to: LabelSet, label: number, act: Act): void {
    to.data[label + TRACE] = this.#trace.add(act, to.data[label + TRACE] as number)
  }
}

function owesBreaks({ breaks }: VehicleClass, labels: LabelSet): boolean {
  if (breaks.length === 0) return false
  for (let at = 0; at < labels.count; at++)
    if ((labels.data[at * labels.stride + BREAKS] as number) < breaks.length) return true
  return false
}
