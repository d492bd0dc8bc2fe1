// How a route grows, forward or backward, in every way that is allowed. All methods add to `to`.
import type { CompiledVehicle, Instance, Windows } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import { extend } from './extend.ts'
import {
  BREAKS,
  COST,
  type Direction,
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
  readonly trace: Trace | null
}

export class Moves {
  readonly #instance: Instance
  readonly #limits: LabelLimits
  readonly #trace: Trace | null
  readonly #rested: LabelSet
  readonly #driven: LabelSet
  readonly #reached: LabelSet
  readonly #unloaded: LabelSet

  /** With a trace it records every act; without, it allocates nothing. */
  constructor({ instance, limits, trace }: MovesOptions) {
    this.#instance = instance
    this.#limits = limits
    this.#trace = trace
    this.#rested = this.newSet()
    this.#driven = this.newSet()
    this.#reached = this.newSet()
    this.#unloaded = this.newSet()
  }

  newSet(): LabelSet {
    return new LabelSet(this.#instance.loadCount, this.#limits)
  }

  /** The head of every route: leaving the start, the first breaks perhaps taken at home. */
  depart(vehicle: CompiledVehicle, to: LabelSet): void {
    let from = vehicle.shiftFrom
    for (let taken = 0; taken <= vehicle.breaks.length; taken++) {
      const before = vehicle.breaks[taken - 1]
      if (before !== undefined)
        from = Math.max(from, (before.windows[0] as number) + before.durationS)
      if (from > vehicle.shiftTo) return
      this.#begin(to, vehicle.fixedCost, from, vehicle.shiftTo, taken)
      to.keep('forward', vehicle.perS)
    }
  }

  /**
   * The tail of every route: reaching the end, the last breaks perhaps taken at home.
   * Where the vehicle must arrive empty, the end is a stop whose load needs all its capacity.
   */
  arrive(vehicle: CompiledVehicle, to: LabelSet): void {
    const { breaks, shiftFrom, unloadAtEnd, capacity } = vehicle
    let until = vehicle.shiftTo
    for (let taken = 0; taken <= breaks.length; taken++) {
      const after = breaks[breaks.length - taken]
      if (after !== undefined) until = Math.min(until, after.windows.at(-1) as number)
      if (until < shiftFrom) return
      const label = this.#begin(to, 0, shiftFrom, until, taken)
      if (unloadAtEnd) to.data.set(capacity, label + LOAD)
      to.keep('backward', vehicle.perS)
    }
  }

  /** Straight from one location to another, resting before, after, or not at all. */
  drive(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    if (!owesBreaks(vehicle, from)) {
      this.#roll(direction, vehicle, from, to, origin, destination)
      return
    }
    const forward = direction === 'forward'
    this.#rested.clear()
    this.#driven.clear()
    this.#rest(direction, vehicle, from, this.#rested, forward ? origin : destination)
    this.#roll(direction, vehicle, this.#rested, this.#driven, origin, destination)
    this.#rest(direction, vehicle, this.#driven, to, forward ? destination : origin)
  }

  /** From one location to another: straight, or by way of any of the unload places. */
  driveOrUnload(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    this.drive(direction, vehicle, from, to, origin, destination)
    const forward = direction === 'forward'
    for (let index = 0; index < vehicle.unloads.length; index++) {
      const place = (vehicle.unloads[index] as CompiledVehicle['unloads'][number]).location
      this.#reached.clear()
      this.#unloaded.clear()
      if (forward) this.drive(direction, vehicle, from, this.#reached, origin, place)
      else this.drive(direction, vehicle, from, this.#reached, place, destination)
      this.unload(direction, vehicle, this.#reached, this.#unloaded, index)
      if (forward) this.drive(direction, vehicle, this.#unloaded, to, place, destination)
      else this.drive(direction, vehicle, this.#unloaded, to, origin, place)
    }
  }

  serve(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    job: number,
  ): void {
    const windows = this.#instance.windows[job] as Windows
    const durationS = this.#instance.serviceS[job] as number
    for (let at = 0; at < from.count; at++) {
      if (!this.#hasRoom(vehicle, from, at, job)) continue
      for (let w = 0; w < windows.length; w += 2) {
        const opens = windows[w] as number
        const closes = windows[w + 1] as number
        const label = this.#act(direction, vehicle, from, at, to, durationS, opens, closes)
        if (label < 0) continue
        this.#load(to, label, job)
        const location = this.#instance.location[job] as number
        if (this.#trace !== null)
          this.#note(to, label, { kind: 'job', index: job, location, durationS, opens })
        to.keep(direction, vehicle.perS)
      }
    }
  }

  /** Leaves what is on board at a place; where nothing is, one does not go there. */
  unload(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    index: number,
  ): void {
    const place = vehicle.unloads[index] as CompiledVehicle['unloads'][number]
    const { location, serviceS: durationS, windows } = place
    for (let at = 0; at < from.count; at++) {
      if (isEmpty(from, at)) continue
      for (let w = 0; w < windows.length; w += 2) {
        const opens = windows[w] as number
        const closes = windows[w + 1] as number
        const label = this.#act(direction, vehicle, from, at, to, durationS, opens, closes)
        if (label < 0) continue
        to.data.fill(0, label + LOAD, label + to.stride)
        if (this.#trace !== null)
          this.#note(to, label, { kind: 'unload', index, location, durationS, opens })
        to.keep(direction, vehicle.perS)
      }
    }
  }

  /**
   * The least cost of a route whose head lies in `heads` and whose tail, from the same place on, lies
   * in `tails`; infinite where none fit together.
   */
  join(vehicle: CompiledVehicle, heads: LabelSet, tails: LabelSet): number {
    let least = Number.POSITIVE_INFINITY
    for (let head = 0; head < heads.count; head++)
      for (let tail = 0; tail < tails.count; tail++) {
        const duration = this.joinedDuration(vehicle, heads, head, tails, tail)
        const cost =
          (heads.data[head * heads.stride + COST] as number) +
          (tails.data[tail * tails.stride + COST] as number) +
          vehicle.perS * duration
        if (cost < least) least = cost
      }
    return least
  }

  /** How long head and tail take together; infinite where they do not fit. */
  joinedDuration(
    vehicle: CompiledVehicle,
    heads: LabelSet,
    head: number,
    tails: LabelSet,
    tail: number,
  ): number {
    const a = head * heads.stride
    const b = tail * tails.stride
    const first = heads.data
    const second = tails.data
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

  #roll(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    origin: number,
    destination: number,
  ): void {
    const arc = origin * vehicle.size + destination
    const durationS = vehicle.durations[arc] as number
    const money = vehicle.perM * (vehicle.distances[arc] as number)
    for (let at = 0; at < from.count; at++) {
      const label = this.#act(
        direction,
        vehicle,
        from,
        at,
        to,
        durationS,
        Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
      )
      if (label < 0) continue
      to.data[label + COST] = (to.data[label + COST] as number) + money
      to.keep(direction, vehicle.perS)
    }
  }

  /** All labels as they are, and with the next break taken here. */
  #rest(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    to: LabelSet,
    location: number,
  ): void {
    for (let at = 0; at < from.count; at++) {
      to.copyBehind(from, at)
      to.keep(direction, vehicle.perS)
      const taken = from.data[at * from.stride + BREAKS] as number
      const index = direction === 'forward' ? taken : vehicle.breaks.length - 1 - taken
      const next = vehicle.breaks[index]
      if (next === undefined) continue
      const { durationS, windows } = next
      for (let w = 0; w < windows.length; w += 2) {
        const opens = windows[w] as number
        const closes = windows[w + 1] as number
        const label = this.#act(direction, vehicle, from, at, to, durationS, opens, closes)
        if (label < 0) continue
        to.data[label + BREAKS] = taken + 1
        if (this.#trace !== null)
          this.#note(to, label, { kind: 'break', index, location, durationS, opens })
        to.keep(direction, vehicle.perS)
      }
    }
  }

  /** Where the grown label was written, -1 where there is no time for it. */
  #act(
    direction: Direction,
    vehicle: CompiledVehicle,
    from: LabelSet,
    at: number,
    to: LabelSet,
    durationS: number,
    opens: number,
    closes: number,
  ): number {
    if (!extend(direction, from, at, to, durationS, opens, closes)) return -1
    const label = to.count * to.stride
    const tooLong = (to.data[label + DURATION] as number) > vehicle.maxDurationS + EPSILON
    return tooLong ? -1 : label
  }

  #hasRoom(vehicle: CompiledVehicle, from: LabelSet, at: number, job: number): boolean {
    const { load, loadCount } = this.#instance
    for (let i = 0; i < loadCount; i++) {
      const onBoard = from.data[at * from.stride + LOAD + i] as number
      const more = load[job * loadCount + i] as number
      if (onBoard + more > (vehicle.capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  #load(to: LabelSet, label: number, job: number): void {
    const { load, loadCount } = this.#instance
    for (let i = 0; i < loadCount; i++)
      to.data[label + LOAD + i] =
        (to.data[label + LOAD + i] as number) + (load[job * loadCount + i] as number)
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
    to.data[label + TRACE] = this.#trace?.add(act, to.data[label + TRACE] as number) ?? 0
  }
}

function isEmpty(labels: LabelSet, at: number): boolean {
  const label = at * labels.stride
  for (let i = label + LOAD; i < label + labels.stride; i++)
    if ((labels.data[i] as number) > EPSILON) return false
  return true
}

function owesBreaks({ breaks }: CompiledVehicle, labels: LabelSet): boolean {
  if (breaks.length === 0) return false
  for (let at = 0; at < labels.count; at++)
    if ((labels.data[at * labels.stride + BREAKS] as number) < breaks.length) return true
  return false
}
