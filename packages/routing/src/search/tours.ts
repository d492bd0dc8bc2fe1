// All routes and what they leave out. Changes are made on copies of the routes they touch: keep() makes
// them stand, undo() brings back the routes as they were.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import { DurationClock } from './clock/duration-clock.ts'
import { FinishClock } from './clock/finish-clock.ts'
import { IndexSet } from './index-set.ts'
import { Measures } from './measures.ts'
import { type Orders, routesOf } from './orders.ts'
import type { Part } from './partition.ts'
import { NONE, type Place } from './place.ts'
import { Slots } from './slots.ts'

const ABSENT = -1
const EMPTY = -1

export class Tours {
  readonly instance: Instance
  readonly slots: Slots
  /** `null` where no route can be too late. */
  readonly clock: FinishClock | DurationClock | null
  readonly absent: IndexSet
  /** Vehicles with a route. */
  readonly used: IndexSet
  /** Slot of each vehicle's route; -1: none. */
  readonly slotOf: Int32Array
  /** By class: a route without stops, that of every vehicle at home. */
  readonly homes: Int32Array
  /** By class: vehicles without a route. */
  readonly idle: readonly IndexSet[]
  /** Vehicle of each job; -1: absent. */
  readonly vehicleOf: Int32Array
  /** Jobs, served or absent. */
  jobTotal = 0
  /** Mandatory jobs among the absent. */
  missing = 0
  /** The routes and the prizes of absent jobs. */
  cost = 0
  keptMissing = 0
  keptCost = 0
  readonly #measures: Measures
  readonly #touched: IndexSet
  readonly #slotBefore: Int32Array
  /** Jobs that changed place, and where they were. */
  #moved = new Int32Array(256)
  #movedFrom = new Int32Array(256)
  #moves = 0

  /** All jobs of `jobs` absent, all vehicles at home. */
  constructor(instance: Instance, jobs: readonly number[]) {
    const { classes, classOf, jobCount } = instance
    this.instance = instance
    this.slots = new Slots(instance)
    this.clock = clockFor(instance, this.slots)
    this.#measures = new Measures(instance, this.slots, this.clock)
    this.slotOf = new Int32Array(classOf.length).fill(EMPTY)
    this.#slotBefore = new Int32Array(classOf.length)
    this.vehicleOf = new Int32Array(jobCount).fill(ABSENT)
    this.absent = new IndexSet(jobCount)
    this.used = new IndexSet(classOf.length)
    this.#touched = new IndexSet(classOf.length)
    this.idle = classes.map(() => new IndexSet(classOf.length))
    for (let vehicle = classOf.length - 1; vehicle >= 0; vehicle--)
      this.#idleOf(vehicle).add(vehicle)
    this.homes = Int32Array.from(classes, (owner) => this.#homeOf(owner))
    this.jobTotal = jobs.length
    for (const job of jobs) this.#await(job)
    this.keep()
  }

  /** Begins anew with these routes and jobs; with a part, with its vehicles alone. */
  restart(orders: Orders, jobs: readonly number[], part?: Part): void {
    const { used, absent } = this
    for (const vehicle of [...used.members]) this.clear(vehicle)
    this.keep()
    for (const waiting of this.idle) waiting.clear()
    absent.clear()
    this.missing = 0
    this.cost = 0
    this.jobTotal = jobs.length
    for (const job of jobs) this.#await(job)
    routesOf(orders).forEach((route, vehicle) => {
      if (part !== undefined && !part.hasVehicle(vehicle)) return
      this.#idleOf(vehicle).add(vehicle)
      if (route.length > 0) this.assign(vehicle, route)
    })
    this.keep()
  }

  /** Slot of the vehicle's route, or of its class's empty one. */
  slotFor(vehicle: number): number {
    const own = this.slotOf[vehicle] as number
    return own === EMPTY ? (this.homes[this.instance.classOf[vehicle] as number] as number) : own
  }

  /** Vehicles whose routes changed since the last {@link keep}. */
  get touched(): readonly number[] {
    return this.#touched.members
  }

  isTouched(vehicle: number): boolean {
    return this.#touched.has(vehicle)
  }

  /** The vehicle's stops as visits, first to last. */
  stopsOf(vehicle: number): Int32Array {
    const { stops, stride, length } = this.slots
    const slot = this.slotFor(vehicle)
    return stops.slice(slot * stride + 1, slot * stride + 1 + (length[slot] as number))
  }

  costOf(vehicle: number): number {
    return this.slots.cost[this.slotFor(vehicle)] as number
  }

  /**
   * Takes the stops from position `from` up to before `to` out of the vehicle's route, except those
   * from `stayFrom` up to before `stayTo` and unload visits; all other stops too where the rest cannot
   * be driven by itself. Appends the jobs that are out now to `out`, and returns how many that are then.
   */
  remove(
    vehicle: number,
    from: number,
    to: number,
    stayFrom: number,
    stayTo: number,
    out: Int32Array,
    outCount: number,
  ): number {
    const { slots, instance } = this
    const { jobCount } = instance
    const slot = slots.take()
    const { stride, length } = slots
    const old = this.slotOf[vehicle] as number
    const source = old * stride
    const target = slot * stride
    const before = slots.cost[old] as number
    const oldLength = length[old] as number
    let count = outCount
    let kept = 0
    let jobs = 0
    for (let position = 1; position <= oldLength; position++) {
      const stop = slots.stops[source + position] as number
      const isInside = position >= from && position < to
      const goes = isInside && (position < stayFrom || position >= stayTo) && stop < jobCount
      if (goes) {
        out[count++] = stop
        this.#move(stop, ABSENT)
      } else {
        slots.stops[target + ++kept] = stop
        if (stop < jobCount) jobs++
      }
    }
    this.#replace(vehicle, slot)
    slots.class[slot] = slots.class[old] as number
    if (jobs > 0) {
      length[slot] = kept
      this.#measures.dropNeedlessUnloads(slot)
      this.#measures.measure(slot)
      if (slots.cost[slot] === Number.POSITIVE_INFINITY) {
        for (let position = 1; position <= (length[slot] as number); position++) {
          const stop = slots.stops[target + position] as number
          if (stop >= jobCount) continue
          out[count++] = stop
          this.#move(stop, ABSENT)
        }
        jobs = 0
      }
    }
    if (jobs === 0) this.#empty(vehicle)
    this.cost += (jobs === 0 ? 0 : (slots.cost[slot] as number)) - before
    return count
  }

  /** Puts an absent job there. */
  insert(job: number, { vehicle, gap, before, after, delta }: Place): void {
    const { slots } = this
    this.#write(vehicle)
    const added = 1 + Number(before !== NONE) + Number(after !== NONE)
    const slot = this.slotOf[vehicle] as number
    slots.stretch((slots.length[slot] as number) + added)
    const { stops, places, arcs, stride, length } = slots
    const row = slot * stride
    const end = (length[slot] as number) + 1
    for (let at = row + end; at > row + gap; at--) {
      stops[at + added] = stops[at] as number
      places[at + added] = places[at] as number
      arcs[at + added] = arcs[at] as number
    }
    let at = row + gap
    if (before !== NONE) stops[++at] = before
    stops[++at] = job
    if (after !== NONE) stops[++at] = after
    length[slot] = end - 1 + added
    this.#measures.extend(slot, gap, added)
    slots.cost[slot] = (slots.cost[slot] as number) + delta
    this.cost += delta
    this.#move(job, vehicle)
  }

  /** Lets `other`, which is at home, drive the vehicle's route. */
  handOver(vehicle: number, other: number): void {
    const { slots, instance } = this
    const slot = slots.take()
    const own = this.slotOf[vehicle] as number
    const { stops, stride, length } = slots
    const count = length[own] as number
    length[slot] = count
    slots.class[slot] = instance.classOf[other] as number
    stops.copyWithin(slot * stride + 1, own * stride + 1, own * stride + 1 + count)
    this.#measures.measure(slot)
    if (slots.cost[slot] === Number.POSITIVE_INFINITY)
      throw new Error(`vehicle ${other} cannot drive the route`)
    this.cost += (slots.cost[slot] as number) - (slots.cost[own] as number)
    for (let at = slot * stride + 1; at <= slot * stride + count; at++)
      if ((stops[at] as number) < instance.jobCount) this.#settle(stops[at] as number, other)
    this.#leaveHome(other, slot)
    this.#replace(vehicle, slots.take())
    this.#empty(vehicle)
  }

  /** Gives the vehicle these stops; those of them that are jobs are absent. False: it cannot drive them. */
  assign(vehicle: number, stops: ArrayLike<number>): boolean {
    const { slots, instance } = this
    const old = this.slotOf[vehicle] as number
    if (old !== EMPTY) throw new Error(`vehicle ${vehicle} has a route already`)
    slots.stretch(stops.length)
    const slot = slots.take()
    slots.class[slot] = instance.classOf[vehicle] as number
    slots.length[slot] = stops.length
    for (let i = 0; i < stops.length; i++)
      slots.stops[slot * slots.stride + 1 + i] = stops[i] as number
    this.#measures.measure(slot)
    if (slots.cost[slot] === Number.POSITIVE_INFINITY) {
      slots.give(slot)
      return false
    }
    this.#leaveHome(vehicle, slot)
    this.cost += slots.cost[slot] as number
    for (let i = 0; i < stops.length; i++)
      if ((stops[i] as number) < instance.jobCount) this.#move(stops[i] as number, vehicle)
    return true
  }

  /** Takes all stops from the vehicle. */
  clear(vehicle: number): void {
    const slot = this.slotOf[vehicle] as number
    if (slot === EMPTY) return
    this.cost -= this.slots.cost[slot] as number
    for (const stop of this.stopsOf(vehicle))
      if (stop < this.instance.jobCount) this.#move(stop, ABSENT)
    this.#replace(vehicle, this.slots.take())
    this.#empty(vehicle)
  }

  /** Makes the changes stand. */
  keep(): void {
    const touched = this.#touched.members
    while (touched.length > 0) {
      const vehicle = touched[touched.length - 1] as number
      const before = this.#slotBefore[vehicle] as number
      if (before !== EMPTY) this.slots.give(before)
      this.#touched.delete(vehicle)
    }
    this.#moves = 0
    this.keptMissing = this.missing
    this.keptCost = this.cost
  }

  undo(): void {
    const touched = this.#touched.members
    while (touched.length > 0) {
      const vehicle = touched[touched.length - 1] as number
      const before = this.#slotBefore[vehicle] as number
      const now = this.slotOf[vehicle] as number
      if (now !== EMPTY) this.slots.give(now)
      this.slotOf[vehicle] = before
      if (now === EMPTY && before !== EMPTY) {
        this.used.add(vehicle)
        this.#idleOf(vehicle).delete(vehicle)
      } else if (now !== EMPTY && before === EMPTY) {
        this.used.delete(vehicle)
        this.#idleOf(vehicle).add(vehicle)
      }
      this.#touched.delete(vehicle)
    }
    while (this.#moves > 0) {
      const job = this.#moved[--this.#moves] as number
      const vehicle = this.#movedFrom[this.#moves] as number
      this.vehicleOf[job] = vehicle
      if (vehicle === ABSENT) this.absent.add(job)
      else this.absent.delete(job)
    }
    this.missing = this.keptMissing
    this.cost = this.keptCost
  }

  /** Sums the cost anew, so that rounding does not pile up. Only between keep() and the next change. */
  recount(): void {
    this.cost = 0
    for (const vehicle of this.used.members)
      this.cost += this.slots.cost[this.slotOf[vehicle] as number] as number
    for (const job of this.absent.members) this.cost += this.instance.prize[job] as number
    this.keptCost = this.cost
  }

  #idleOf(vehicle: number): IndexSet {
    return this.idle[this.instance.classOf[vehicle] as number] as IndexSet
  }

  #await(job: number): void {
    this.absent.add(job)
    this.missing += this.instance.mandatory[job] as number
    this.cost += this.instance.prize[job] as number
  }

  #homeOf(owner: VehicleClass): number {
    const { slots } = this
    const slot = slots.take()
    slots.class[slot] = owner.index
    slots.length[slot] = 0
    this.#measures.measure(slot)
    slots.cost[slot] = 0
    return slot
  }

  #move(job: number, vehicle: number): void {
    this.#settle(job, vehicle)
    const sign = vehicle === ABSENT ? 1 : -1
    if (vehicle === ABSENT) this.absent.add(job)
    else this.absent.delete(job)
    this.missing += sign * (this.instance.mandatory[job] as number)
    this.cost += sign * (this.instance.prize[job] as number)
  }

  /** Whose the job is, and whose it was. */
  #settle(job: number, vehicle: number): void {
    if (this.#moves === this.#moved.length) {
      this.#moved = enlarged(this.#moved)
      this.#movedFrom = enlarged(this.#movedFrom)
    }
    this.#moved[this.#moves] = job
    this.#movedFrom[this.#moves++] = this.vehicleOf[job] as number
    this.vehicleOf[job] = vehicle
  }

  #leaveHome(vehicle: number, slot: number): void {
    this.#replace(vehicle, slot)
    this.used.add(vehicle)
    this.#idleOf(vehicle).delete(vehicle)
  }

  /** Makes the vehicle's slot one to write on, with the same route. */
  #write(vehicle: number): void {
    const { slots } = this
    const own = this.slotOf[vehicle] as number
    if (own !== EMPTY && this.#touched.has(vehicle)) return
    const slot = slots.take()
    slots.copy(this.slotFor(vehicle), slot)
    this.#replace(vehicle, slot)
    if (own === EMPTY) {
      this.used.add(vehicle)
      this.#idleOf(vehicle).delete(vehicle)
    }
  }

  #replace(vehicle: number, slot: number): void {
    const old = this.slotOf[vehicle] as number
    if (this.#touched.add(vehicle)) this.#slotBefore[vehicle] = old
    else if (old !== EMPTY) this.slots.give(old)
    this.slotOf[vehicle] = slot
  }

  #empty(vehicle: number): void {
    this.slots.give(this.slotOf[vehicle] as number)
    this.slotOf[vehicle] = EMPTY
    this.used.delete(vehicle)
    this.#idleOf(vehicle).add(vehicle)
  }
}

function clockFor(instance: Instance, slots: Slots): FinishClock | DurationClock | null {
  if (instance.clock === 'none') return null
  const Clock = instance.clock === 'finish' ? FinishClock : DurationClock
  return new Clock(instance, slots)
}

function enlarged(table: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * table.length)
  larger.set(table)
  return larger
}
