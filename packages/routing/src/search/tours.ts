// All routes and what they leave out. Changes are made on copies of the routes they touch: keep() makes
// them stand, undo() brings back the routes as they were.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import { Clock, NONE } from './clock.ts'
import { IndexSet } from './index-set.ts'
import { type Orders, routesOf } from './orders.ts'
import type { Part } from './partition.ts'
import type { Place } from './place.ts'
import { HOME, Slots } from './slots.ts'

const ABSENT = -1
const EMPTY = -1

export class Tours {
  readonly instance: Instance
  readonly slots: Slots
  /** `null` where no route can be too late. */
  readonly clock: Clock | null
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
  readonly #touched: IndexSet
  readonly #slotBefore: Int32Array
  /** Jobs that changed place, and where they were. */
  #moved = new Int32Array(256)
  #movedFrom = new Int32Array(256)
  #moves = 0

  /** All jobs of `jobs` absent, all vehicles at home. */
  constructor(instance: Instance, jobs: readonly number[]) {
    const { classes, classOf, jobCount, clock } = instance
    this.instance = instance
    this.slots = new Slots(instance)
    this.clock = clock === 'none' ? null : new Clock(instance, this.slots)
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
      this.#dropNeedlessUnloads(slot)
      this.#measure(slot)
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
    const { slots, instance } = this
    const owner = this.#classOf(vehicle)
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
    this.#detour(owner, slot, gap, added)
    for (let i = 0; i < slots.loads; i++) {
      const picked = slot * slots.loads + i
      slots.picked[picked] =
        (slots.picked[picked] as number) + (instance.load[job * slots.loads + i] as number)
    }
    if (owner.unloadCount > 0) this.#weigh(slot)
    this.clock?.update(slot, gap + 1, gap + added)
    slots.cost[slot] = (slots.cost[slot] as number) + delta
    this.cost += delta
    this.#move(job, vehicle)
  }

  /** Lets `other`, which is at home, drive the vehicle's route. */
  handOver(vehicle: number, other: number): void {
    const stops = this.stopsOf(vehicle)
    this.clear(vehicle)
    if (!this.assign(other, stops)) throw new Error(`vehicle ${other} cannot drive the route`)
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
    this.#measure(slot)
    if (slots.cost[slot] === Number.POSITIVE_INFINITY) {
      slots.give(slot)
      return false
    }
    this.#replace(vehicle, slot)
    this.used.add(vehicle)
    this.#idleOf(vehicle).delete(vehicle)
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

  #classOf(vehicle: number): VehicleClass {
    return this.instance.classes[this.instance.classOf[vehicle] as number] as VehicleClass
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
    this.#measure(slot)
    slots.cost[slot] = 0
    return slot
  }

  #move(job: number, vehicle: number): void {
    if (this.#moves === this.#moved.length) {
      this.#moved = enlarged(this.#moved)
      this.#movedFrom = enlarged(this.#movedFrom)
    }
    this.#moved[this.#moves] = job
    this.#movedFrom[this.#moves++] = this.vehicleOf[job] as number
    this.vehicleOf[job] = vehicle
    const sign = vehicle === ABSENT ? 1 : -1
    if (vehicle === ABSENT) this.absent.add(job)
    else this.absent.delete(job)
    this.missing += sign * (this.instance.mandatory[job] as number)
    this.cost += sign * (this.instance.prize[job] as number)
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

  /** Works out all that follows from the stops. */
  #measure(slot: number): void {
    const { slots, instance, clock } = this
    const { places, arcs, picked, loads } = slots
    const { site, serviceS, load, jobCount } = instance
    const owner = instance.classes[slots.class[slot] as number] as VehicleClass
    const { driveCost, durations, size } = owner
    const row = slot * slots.stride
    const end = row + (slots.length[slot] as number) + 1
    const visits = slots.stops
    visits[row] = HOME
    visits[end] = HOME
    places[row] = owner.startSite
    for (let i = 0; i < loads; i++) picked[slot * loads + i] = 0
    let service = 0
    let money = 0
    let seconds = 0
    let before = owner.startSite * size
    for (let at = row + 1; at <= end; at++) {
      const stop = visits[at] as number
      const place = at === end ? owner.endSite : (site[stop] as number)
      places[at] = place
      const arc = driveCost[before + place] as number
      arcs[at - 1] = arc
      money += arc
      if (clock !== null) seconds += durations[before + place] as number
      before = place * size
      if (at === end) break
      service += serviceS[stop] as number
      if (stop < jobCount)
        for (let i = 0; i < loads; i++)
          picked[slot * loads + i] =
            (picked[slot * loads + i] as number) + (load[stop * loads + i] as number)
    }
    slots.busyCost[slot] = owner.fixedCost + money + owner.perS * service
    slots.driven[slot] = seconds
    slots.busy[slot] = seconds + service
    this.#measureReach(owner, slot)
    if (owner.unloadCount > 0) this.#weigh(slot)
    clock?.set(slot)
    slots.cost[slot] = this.#costOf(owner, slot)
  }

  #measureReach(owner: VehicleClass, slot: number): void {
    const { places, stride, length, centre, reach } = this.slots
    const stops = length[slot] as number
    centre[slot] = places[slot * stride + ((stops + 1) >> 1)] as number
    reach[slot] = 0
    this.#extendReach(owner, slot, 1, stops - 1)
  }

  /** By the arcs from the stops `first` to `last` on. */
  #extendReach(owner: VehicleClass, slot: number, first: number, last: number): void {
    const { places, arcs, stride, centre, reach } = this.slots
    const { driveCost, driveCostTo, size } = owner
    const middle = (centre[slot] as number) * size
    const row = slot * stride
    let most = reach[slot] as number
    for (let at = row + first; at <= row + last; at++) {
      const round =
        (driveCost[middle + (places[at] as number)] as number) +
        (arcs[at] as number) +
        (driveCostTo[middle + (places[at + 1] as number)] as number)
      if (round > most) most = round
    }
    reach[slot] = most
  }

  #costOf(owner: VehicleClass, slot: number): number {
    const { slots, clock, instance } = this
    if (clock === null) return slots.busyCost[slot] as number
    if ((slots.driven[slot] as number) > owner.maxDriveS + EPSILON) return Number.POSITIVE_INFINITY
    const duration = clock.duration(slot)
    if (duration === Number.POSITIVE_INFINITY) return duration
    if (instance.clock === 'finish') return slots.busyCost[slot] as number
    return (slots.busyCost[slot] as number) + owner.perS * (duration - (slots.busy[slot] as number))
  }

  /** The arcs around the `added` stops behind `gap`, and what they add to driving and work. */
  #detour(owner: VehicleClass, slot: number, gap: number, added: number): void {
    const { slots, instance, clock } = this
    const { stops, places, arcs, stride } = slots
    const { driveCost, durations, size } = owner
    const row = slot * stride
    let money = -(arcs[row + gap] as number)
    let seconds =
      clock === null
        ? 0
        : -(durations[
            (places[row + gap] as number) * size + (places[row + gap + added + 1] as number)
          ] as number)
    let service = 0
    for (let at = row + gap + 1; at <= row + gap + added; at++) {
      const stop = stops[at] as number
      places[at] = instance.site[stop] as number
      service += instance.serviceS[stop] as number
    }
    for (let at = row + gap; at <= row + gap + added; at++) {
      const arc = (places[at] as number) * size + (places[at + 1] as number)
      arcs[at] = driveCost[arc] as number
      money += driveCost[arc] as number
      if (clock !== null) seconds += durations[arc] as number
    }
    const last = (slots.length[slot] as number) - 1
    this.#extendReach(owner, slot, Math.max(1, gap), Math.min(gap + added, last))
    slots.busyCost[slot] = (slots.busyCost[slot] as number) + money + owner.perS * service
    slots.driven[slot] = (slots.driven[slot] as number) + seconds
    slots.busy[slot] = (slots.busy[slot] as number) + seconds + service
  }

  /** What is on board where, and on each trip in all; full behind the last unloading where that is a must. */
  #weigh(slot: number): void {
    const { slots, instance } = this
    const { loads, stride, stops, onBoard, ofTrip } = slots
    const { capacity, unloadAtEnd } = instance.classes[slots.class[slot] as number] as VehicleClass
    const row = slot * stride
    const end = (slots.length[slot] as number) + 1
    for (let i = 0; i < loads; i++) {
      let load = 0
      for (let position = 0; position < end; position++) {
        const stop = stops[row + position] as number
        if (stop >= instance.jobCount) load = 0
        else if (stop !== HOME) load += instance.load[stop * loads + i] as number
        onBoard[(row + position) * loads + i] = load
      }
      if (unloadAtEnd) load = load > EPSILON ? Number.POSITIVE_INFINITY : (capacity[i] as number)
      for (let position = end - 1; position >= 0; position--) {
        ofTrip[(row + position) * loads + i] = load
        if ((stops[row + position] as number) >= instance.jobCount && position > 0)
          load = onBoard[(row + position - 1) * loads + i] as number
      }
    }
  }

  /** Goes without unload visits where one trip can do what is now two. */
  #dropNeedlessUnloads(slot: number): void {
    const { slots, instance } = this
    const owner = instance.classes[slots.class[slot] as number] as VehicleClass
    if (owner.unloadCount === 0) return
    const row = slot * slots.stride
    for (let position = slots.length[slot] as number; position > 0; position--) {
      if ((slots.stops[row + position] as number) < instance.jobCount) continue
      if (!this.#isNeedless(owner, slot, position)) continue
      const last = slots.length[slot] as number
      for (let at = position; at < last; at++)
        slots.stops[row + at] = slots.stops[row + at + 1] as number
      slots.length[slot] = last - 1
    }
  }

  #isNeedless({ capacity, unloadAtEnd }: VehicleClass, slot: number, position: number): boolean {
    const { slots, instance } = this
    const { stops, stride, loads } = slots
    const row = slot * stride
    let first = position - 1
    while (first > 0 && (stops[row + first] as number) < instance.jobCount) first--
    let last = position + 1
    const end = (slots.length[slot] as number) + 1
    while (last < end && (stops[row + last] as number) < instance.jobCount) last++
    if (first === position - 1) return true
    if (last === position + 1 && (last < end || !unloadAtEnd)) return true
    if (instance.anyReleases) return false
    for (let i = 0; i < loads; i++) {
      let load = unloadAtEnd && last === end ? (capacity[i] as number) : 0
      for (let at = row + first + 1; at < row + last; at++)
        if (at !== row + position)
          load += instance.load[(stops[at] as number) * loads + i] as number
      if (load > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }
}

function enlarged(table: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * table.length)
  larger.set(table)
  return larger
}
