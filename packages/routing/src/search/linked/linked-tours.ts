// Routes as linked lists, for problems where only loads and driving count and vehicles drive the same roads. Taking
// jobs out and putting them in costs the same however long a route is, and so does taking that back: each change is
// written down. A node is a job or, from `jobCount` on, the home of a route, before its first and behind its last job.
// Ways are told in the first class's money, so a route stays as it is when another driver takes it over.
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import { IndexSet } from '../index-set.ts'
import type { Tours } from '../tours.ts'
import { Drivers } from './drivers.ts'
import { handingOver } from './handing-over.ts'
import { Reaches } from './reaches.ts'

const ABSENT = -1

export class LinkedTours {
  readonly instance: Instance
  /** Whose money ways are told in. */
  readonly base: VehicleClass
  readonly drivers: Drivers
  // By node.
  readonly next: Int32Array
  readonly previous: Int32Array
  /** For driving on from here; none where a route has no stops. */
  readonly arcs: Float64Array
  /** Site where it is arrived at, and from where it is left: different ones only for homes. */
  readonly enteredAt: Int32Array
  readonly leftFrom: Int32Array
  // By job.
  /** -1: out, or no job of this search. */
  readonly routeOf: Int32Array
  readonly service: Float64Array
  // By route.
  readonly count: Int32Array
  /** Driving and service. */
  readonly way: Float64Array
  /** What it can still take in, with the tolerance; `route * loadCount + dimension`. */
  readonly room: Float64Array
  /** Of routes that are not touched. */
  readonly reaches: Reaches
  /** Routes with stops. */
  readonly used: IndexSet
  /** Nothing is left out of what is kept. */
  readonly keptMissing = 0
  keptCost = 0
  cost = 0
  served = 0
  readonly #touched: IndexSet
  readonly #countBefore: Int32Array
  readonly #wayBefore: Float64Array
  readonly #roomBefore: Float64Array
  // Jobs taken out in turn: behind which node each was, on whose route, and the arcs to and from it.
  #out = 0
  readonly #taken: Int32Array
  readonly #behind: Int32Array
  readonly #takenFrom: Int32Array
  readonly #arcTo: Float64Array
  readonly #arcFrom: Float64Array
  // Jobs put in in turn, and the arcs that made way.
  #in = 0
  readonly #put: Int32Array
  readonly #arcBefore: Float64Array

  /** @param rates by class: see {@link ratesOf} */
  constructor(instance: Instance, rates: Float64Array) {
    const { jobCount, classOf, classes, site, serviceS, loadCount } = instance
    const base = classes[0] as VehicleClass
    const vehicles = classOf.length
    const nodes = jobCount + vehicles
    this.instance = instance
    this.base = base
    this.drivers = new Drivers(instance, rates)
    this.next = new Int32Array(nodes)
    this.previous = new Int32Array(nodes)
    this.arcs = new Float64Array(nodes)
    this.enteredAt = new Int32Array(nodes).fill(base.endSite)
    this.enteredAt.set(site.subarray(0, jobCount))
    this.leftFrom = new Int32Array(nodes).fill(base.startSite)
    this.leftFrom.set(site.subarray(0, jobCount))
    this.routeOf = new Int32Array(jobCount)
    this.service = Float64Array.from(serviceS.subarray(0, jobCount), (s) => base.perS * s)
    this.count = new Int32Array(vehicles)
    this.way = new Float64Array(vehicles)
    this.room = new Float64Array(vehicles * loadCount)
    this.used = new IndexSet(vehicles)
    this.#touched = new IndexSet(vehicles)
    this.reaches = new Reaches(this)
    this.#countBefore = new Int32Array(vehicles)
    this.#wayBefore = new Float64Array(vehicles)
    this.#roomBefore = new Float64Array(vehicles * loadCount)
    this.#taken = new Int32Array(jobCount)
    this.#behind = new Int32Array(jobCount)
    this.#takenFrom = new Int32Array(jobCount)
    this.#arcTo = new Float64Array(jobCount)
    this.#arcFrom = new Float64Array(jobCount)
    this.#put = new Int32Array(jobCount)
    this.#arcBefore = new Float64Array(jobCount)
  }

  /** Stands as these tours, which leave nothing out. */
  take(tours: Tours): void {
    const { jobCount, classOf } = this.instance
    this.used.clear()
    this.drivers.reset()
    this.#touched.clear()
    this.#out = 0
    this.#in = 0
    this.served = 0
    this.routeOf.fill(ABSENT)
    this.count.fill(0)
    this.way.fill(0)
    this.room.set(this.drivers.capacity)
    for (let route = 0; route < classOf.length; route++) {
      const home = jobCount + route
      this.next[home] = home
      this.previous[home] = home
      this.arcs[home] = 0
    }
    for (const waiting of tours.idle)
      for (const vehicle of waiting.members) this.#idleFor(vehicle).add(vehicle)
    for (const vehicle of tours.used.members) {
      this.#idleFor(vehicle).add(vehicle)
      let last = jobCount + vehicle
      for (const job of tours.stopsOf(vehicle)) {
        this.insert(job, last, vehicle)
        last = job
      }
    }
    this.recount()
    this.keep()
  }

  /** Vehicles whose routes changed since the last {@link keep}. */
  get touched(): readonly number[] {
    const { members } = this.#touched
    if (this.instance.classes.length === 1) return members
    return members.map((route) => this.drivers.vehicle[route] as number)
  }

  /** Routes that changed since the last {@link keep}, or whose drivers did. */
  get touchedRoutes(): readonly number[] {
    return this.#touched.members
  }

  isTouched(route: number): boolean {
    return this.#touched.has(route)
  }

  /** The vehicle's jobs, first to last. */
  stopsOf(vehicle: number): Int32Array {
    const route = this.drivers.routeOf[vehicle] as number
    const stops = new Int32Array(this.count[route] as number)
    let node = this.instance.jobCount + route
    for (let i = 0; i < stops.length; i++) {
      node = this.next[node] as number
      stops[i] = node
    }
    return stops
  }

  costOf(vehicle: number): number {
    const route = this.drivers.routeOf[vehicle] as number
    if (this.count[route] === 0) return 0
    const { rate, fixedCost } = this.drivers
    return (rate[route] as number) * (this.way[route] as number) + (fixedCost[route] as number)
  }

  /** Takes `many` jobs in a row out, from `first` on, into `out` behind the first `before`. */
  remove(first: number, many: number, out: Int32Array, before: number): void {
    const { next, previous, arcs, routeOf, service, room } = this
    const { load, loadCount, jobCount } = this.instance
    const { driveCost, size } = this.base
    const taken = this.#taken
    const behind = this.#behind
    const takenFrom = this.#takenFrom
    const arcFrom = this.#arcFrom
    const route = routeOf[first] as number
    this.#touch(route)
    const last = previous[first] as number
    let saved = arcs[last] as number
    this.#arcTo[this.#out] = saved
    let node = first
    for (let i = 0; i < many; i++) {
      const at = this.#out + i
      out[before + i] = node
      taken[at] = node
      behind[at] = last
      takenFrom[at] = route
      arcFrom[at] = arcs[node] as number
      saved += (arcs[node] as number) + (service[node] as number)
      routeOf[node] = ABSENT
      for (let n = 0; n < loadCount; n++)
        room[route * loadCount + n] =
          (room[route * loadCount + n] as number) + (load[node * loadCount + n] as number)
      node = next[node] as number
    }
    this.#out += many
    next[last] = node
    previous[node] = last
    const left = (this.count[route] as number) - many
    this.count[route] = left
    this.served -= many
    const rate = this.drivers.rate[route] as number
    if (left === 0) {
      for (let at = route * loadCount; at < (route + 1) * loadCount; at++)
        room[at] = this.drivers.capacity[at] as number
      arcs[jobCount + route] = 0
      this.way[route] = 0
      this.cost -= rate * saved + (this.drivers.fixedCost[route] as number)
      this.used.delete(route)
      this.#idleFor(route).add(route)
      return
    }
    const arc = driveCost[
      (this.leftFrom[last] as number) * size + (this.enteredAt[node] as number)
    ] as number
    arcs[last] = arc
    this.way[route] = (this.way[route] as number) + arc - saved
    this.cost += rate * (arc - saved)
  }

  /** Puts a job that is out behind that node of the route's. */
  insert(job: number, node: number, route: number): void {
    const { next, previous, arcs, room, drivers } = this
    const { load, loadCount } = this.instance
    const { driveCost, driveCostTo, size } = this.base
    this.#touch(route)
    const after = next[node] as number
    const here = (this.enteredAt[job] as number) * size
    const arcTo = driveCostTo[here + (this.leftFrom[node] as number)] as number
    const arcFrom = driveCost[here + (this.enteredAt[after] as number)] as number
    this.#put[this.#in] = job
    this.#arcBefore[this.#in++] = arcs[node] as number
    const added = arcTo + arcFrom - (arcs[node] as number) + (this.service[job] as number)
    this.way[route] = (this.way[route] as number) + added
    this.cost += (drivers.rate[route] as number) * added
    next[node] = job
    previous[job] = node
    next[job] = after
    previous[after] = job
    arcs[node] = arcTo
    arcs[job] = arcFrom
    this.routeOf[job] = route
    this.served++
    for (let n = 0; n < loadCount; n++)
      room[route * loadCount + n] =
        (room[route * loadCount + n] as number) - (load[job * loadCount + n] as number)
    const before = this.count[route] as number
    this.count[route] = before + 1
    if (before > 0) return
    this.cost += drivers.fixedCost[route] as number
    this.#idleFor(route).delete(route)
    this.used.add(route)
  }

  hasRoom(route: number, job: number): boolean {
    const { load, loadCount } = this.instance
    for (let n = 0; n < loadCount; n++)
      if ((load[job * loadCount + n] as number) > (this.room[route * loadCount + n] as number))
        return false
    return true
  }

  /** Lets a driver of the class that is at home take over the route. */
  handOver(route: number, index: number): void {
    const { drivers } = this
    const home = drivers.idle[index]?.members.at(-1) as number
    this.cost += handingOver(this, route, index, -1)
    this.#touch(route)
    this.#touch(home)
    this.#load(route, -1)
    this.#load(home, -1)
    drivers.swap(route, home)
    this.#load(route, 1)
    this.#load(home, 1)
  }

  /** Makes the changes stand. */
  keep(): void {
    this.#out = 0
    this.#in = 0
    this.#touched.clear()
    this.drivers.keep()
    this.keptCost = this.cost
  }

  undo(): void {
    const { next, previous, arcs } = this
    this.served += this.#out - this.#in
    while (this.#in > 0) {
      const job = this.#put[--this.#in] as number
      const before = previous[job] as number
      const after = next[job] as number
      next[before] = after
      previous[after] = before
      arcs[before] = this.#arcBefore[this.#in] as number
      this.routeOf[job] = ABSENT
    }
    // Of jobs taken out in a row the first comes back last, and with it the arc that leads to them.
    while (this.#out > 0) {
      const job = this.#taken[--this.#out] as number
      const before = this.#behind[this.#out] as number
      const after = next[before] as number
      next[before] = job
      previous[job] = before
      next[job] = after
      previous[after] = job
      arcs[before] = this.#arcTo[this.#out] as number
      arcs[job] = this.#arcFrom[this.#out] as number
      this.routeOf[job] = this.#takenFrom[this.#out] as number
    }
    this.#restoreTouched()
    this.drivers.undo()
    this.cost = this.keptCost
  }

  /** Sums the cost anew, so that rounding does not pile up. Only between keep() and the next change. */
  recount(): void {
    const { jobCount } = this.instance
    const { rate, fixedCost } = this.drivers
    this.cost = 0
    for (const route of this.used.members) {
      const home = jobCount + route
      let way = this.arcs[home] as number
      for (let job = this.next[home] as number; job !== home; job = this.next[job] as number)
        way += (this.arcs[job] as number) + (this.service[job] as number)
      this.way[route] = way
      this.cost += (rate[route] as number) * way + (fixedCost[route] as number)
    }
    this.keptCost = this.cost
  }

  /** Gives the route its driver's capacity, or takes it. */
  #load(route: number, sign: number): void {
    const { loadCount } = this.instance
    for (let at = route * loadCount; at < (route + 1) * loadCount; at++)
      this.room[at] = (this.room[at] as number) + sign * (this.drivers.capacity[at] as number)
  }

  #idleFor(route: number): IndexSet {
    return this.drivers.idle[this.drivers.class[route] as number] as IndexSet
  }

  /** Loads and ways as they were, so that rounding does not pile up. */
  #touch(route: number): void {
    if (!this.#touched.add(route)) return
    const { loadCount } = this.instance
    this.#countBefore[route] = this.count[route] as number
    this.#wayBefore[route] = this.way[route] as number
    this.reaches.forget(route)
    for (let at = route * loadCount; at < (route + 1) * loadCount; at++)
      this.#roomBefore[at] = this.room[at] as number
  }

  #restoreTouched(): void {
    const { loadCount } = this.instance
    const { members } = this.#touched
    for (let i = 0; i < members.length; i++) {
      const route = members[i] as number
      const before = this.#countBefore[route] as number
      const now = this.count[route] as number
      this.count[route] = before
      this.way[route] = this.#wayBefore[route] as number
      this.reaches.restore(route)
      for (let at = route * loadCount; at < (route + 1) * loadCount; at++)
        this.room[at] = this.#roomBefore[at] as number
      if (now === 0 && before > 0) {
        this.#idleFor(route).delete(route)
        this.used.add(route)
      } else if (now > 0 && before === 0) {
        this.used.delete(route)
        this.#idleFor(route).add(route)
      }
    }
    this.#touched.clear()
  }
}
