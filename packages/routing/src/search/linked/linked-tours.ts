// Routes as linked lists, for problems where only loads and driving count and vehicles are all alike. Taking jobs
// out and putting them in costs the same however long a route is, and so does taking that back: each change is
// written down. A node is a job or, from `jobCount` on, the home of a vehicle, before its first and behind its last job.
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { IndexSet } from '../index-set.ts'
import type { Tours } from '../tours.ts'

const ABSENT = -1

export class LinkedTours {
  readonly instance: Instance
  readonly owner: VehicleClass
  // By node.
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Money for driving on from here; none where a vehicle stays at home. */
  readonly arcs: Float64Array
  /** Site where it is arrived at, and from where it is left: different ones only for homes. */
  readonly enteredAt: Int32Array
  readonly leftFrom: Int32Array
  /** By job; -1: out, or no job of this search. */
  readonly vehicleOf: Int32Array
  // By vehicle.
  readonly count: Int32Array
  /** `vehicle * loadCount + dimension`. */
  readonly picked: Float64Array
  /**
   * One of its sites, and the most that it costs to drive from there to a stop, on to the next and back; found when
   * first asked for. Where no detour is shorter than the direct way, one between two of its stops costs at least as
   * much as going from the centre to a job and back, less the reach.
   */
  readonly #centre: Int32Array
  readonly #reach: Float64Array
  readonly #isMeasured: Uint8Array
  readonly #wasMeasured: Uint8Array
  /** Vehicles with a route, and those that may get one. */
  readonly used: IndexSet
  readonly idle: IndexSet
  /** Nothing is left out of what is kept. */
  readonly keptMissing = 0
  keptCost = 0
  cost = 0
  served = 0
  /** What service costs, whatever the order. */
  #service = 0
  readonly #touched: IndexSet
  readonly #countBefore: Int32Array
  readonly #pickedBefore: Float64Array
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

  constructor(instance: Instance) {
    const { jobCount, classOf, classes, site, loadCount } = instance
    const owner = classes[0] as VehicleClass
    const vehicles = classOf.length
    const nodes = jobCount + vehicles
    this.instance = instance
    this.owner = owner
    this.next = new Int32Array(nodes)
    this.previous = new Int32Array(nodes)
    this.arcs = new Float64Array(nodes)
    this.enteredAt = new Int32Array(nodes).fill(owner.endSite)
    this.enteredAt.set(site.subarray(0, jobCount))
    this.leftFrom = new Int32Array(nodes).fill(owner.startSite)
    this.leftFrom.set(site.subarray(0, jobCount))
    this.vehicleOf = new Int32Array(jobCount)
    this.count = new Int32Array(vehicles)
    this.picked = new Float64Array(vehicles * loadCount)
    this.used = new IndexSet(vehicles)
    this.idle = new IndexSet(vehicles)
    this.#touched = new IndexSet(vehicles)
    this.#centre = new Int32Array(vehicles)
    this.#reach = new Float64Array(vehicles)
    this.#isMeasured = new Uint8Array(vehicles)
    this.#wasMeasured = new Uint8Array(vehicles)
    this.#countBefore = new Int32Array(vehicles)
    this.#pickedBefore = new Float64Array(vehicles * loadCount)
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
    const { jobCount, serviceS, classOf } = this.instance
    this.used.clear()
    this.idle.clear()
    this.#touched.clear()
    this.#out = 0
    this.#in = 0
    this.served = 0
    this.#service = 0
    this.vehicleOf.fill(ABSENT)
    this.count.fill(0)
    this.picked.fill(0)
    for (let vehicle = 0; vehicle < classOf.length; vehicle++) {
      const home = jobCount + vehicle
      this.next[home] = home
      this.previous[home] = home
      this.arcs[home] = 0
    }
    for (const waiting of tours.idle) for (const vehicle of waiting.members) this.idle.add(vehicle)
    for (const vehicle of tours.used.members) {
      this.idle.add(vehicle)
      let last = jobCount + vehicle
      for (const job of tours.stopsOf(vehicle)) {
        this.insert(job, last, vehicle)
        this.#service += this.owner.perS * (serviceS[job] as number)
        last = job
      }
    }
    this.recount()
    this.keep()
  }

  /** Vehicles whose routes changed since the last {@link keep}. */
  get touched(): readonly number[] {
    return this.#touched.members
  }

  isTouched(vehicle: number): boolean {
    return this.#touched.has(vehicle)
  }

  /** The vehicle's jobs, first to last. */
  stopsOf(vehicle: number): Int32Array {
    const stops = new Int32Array(this.count[vehicle] as number)
    let node = this.instance.jobCount + vehicle
    for (let i = 0; i < stops.length; i++) {
      node = this.next[node] as number
      stops[i] = node
    }
    return stops
  }

  /** Takes `many` jobs in a row out, from `first` on, into `out` behind the first `before`. */
  remove(first: number, many: number, out: Int32Array, before: number): void {
    const { next, previous, arcs, vehicleOf } = this
    const { load, loadCount, jobCount } = this.instance
    const { driveCost, size, fixedCost } = this.owner
    const vehicle = vehicleOf[first] as number
    this.#touch(vehicle)
    const last = previous[first] as number
    let saved = arcs[last] as number
    this.#arcTo[this.#out] = saved
    let node = first
    for (let i = 0; i < many; i++) {
      out[before + i] = node
      this.#taken[this.#out] = node
      this.#behind[this.#out] = last
      this.#takenFrom[this.#out] = vehicle
      this.#arcFrom[this.#out++] = arcs[node] as number
      saved += arcs[node] as number
      vehicleOf[node] = ABSENT
      for (let n = 0; n < loadCount; n++)
        this.picked[vehicle * loadCount + n] =
          (this.picked[vehicle * loadCount + n] as number) - (load[node * loadCount + n] as number)
      node = next[node] as number
    }
    next[last] = node
    previous[node] = last
    const left = (this.count[vehicle] as number) - many
    this.count[vehicle] = left
    this.served -= many
    if (left === 0) {
      this.picked.fill(0, vehicle * loadCount, (vehicle + 1) * loadCount)
      arcs[jobCount + vehicle] = 0
      this.cost -= saved + fixedCost
      this.used.delete(vehicle)
      this.idle.add(vehicle)
      return
    }
    const arc = driveCost[
      (this.leftFrom[last] as number) * size + (this.enteredAt[node] as number)
    ] as number
    arcs[last] = arc
    this.cost += arc - saved
  }

  /** Puts a job that is out behind that node of the vehicle's. */
  insert(job: number, node: number, vehicle: number): void {
    const { next, previous, arcs } = this
    const { load, loadCount } = this.instance
    const { driveCost, driveCostTo, size, fixedCost } = this.owner
    this.#touch(vehicle)
    const after = next[node] as number
    const here = (this.enteredAt[job] as number) * size
    const arcTo = driveCostTo[here + (this.leftFrom[node] as number)] as number
    const arcFrom = driveCost[here + (this.enteredAt[after] as number)] as number
    this.#put[this.#in] = job
    this.#arcBefore[this.#in++] = arcs[node] as number
    this.cost += arcTo + arcFrom - (arcs[node] as number)
    next[node] = job
    previous[job] = node
    next[job] = after
    previous[after] = job
    arcs[node] = arcTo
    arcs[job] = arcFrom
    this.vehicleOf[job] = vehicle
    this.served++
    for (let n = 0; n < loadCount; n++)
      this.picked[vehicle * loadCount + n] =
        (this.picked[vehicle * loadCount + n] as number) + (load[job * loadCount + n] as number)
    const before = this.count[vehicle] as number
    this.count[vehicle] = before + 1
    if (before > 0) return
    this.cost += fixedCost
    this.idle.delete(vehicle)
    this.used.add(vehicle)
  }

  hasRoom(vehicle: number, job: number): boolean {
    const { load, loadCount } = this.instance
    for (let n = 0; n < loadCount; n++) {
      const own = this.picked[vehicle * loadCount + n] as number
      const together = own + (load[job * loadCount + n] as number)
      if (together > (this.owner.capacity[n] as number) + EPSILON) return false
    }
    return true
  }

  /**
   * What it costs at least to go somewhere between two stops of the vehicle, whose route is not touched.
   * @param here row of that site
   */
  leastDetour(vehicle: number, here: number): number {
    const { driveCost, driveCostTo } = this.owner
    if (this.#isMeasured[vehicle] === 0) this.#measure(vehicle)
    const middle = here + (this.#centre[vehicle] as number)
    const away = (driveCost[middle] as number) + (driveCostTo[middle] as number)
    return away - (this.#reach[vehicle] as number)
  }

  #measure(vehicle: number): void {
    const { next, previous, enteredAt, arcs, count } = this
    const { driveCost, driveCostTo, size } = this.owner
    const home = this.instance.jobCount + vehicle
    const first = next[home] as number
    let node = first
    for (let i = (count[vehicle] as number) >> 1; i > 0; i--) node = next[node] as number
    const centre = enteredAt[node] as number
    const middle = centre * size
    let most = 0
    for (node = first; node !== previous[home]; node = next[node] as number) {
      const after = enteredAt[next[node] as number] as number
      const round =
        (driveCost[middle + (enteredAt[node] as number)] as number) +
        (arcs[node] as number) +
        (driveCostTo[middle + after] as number)
      if (round > most) most = round
    }
    this.#centre[vehicle] = centre
    this.#reach[vehicle] = most
    this.#isMeasured[vehicle] = 1
  }

  /** Makes the changes stand. */
  keep(): void {
    this.#out = 0
    this.#in = 0
    this.#touched.clear()
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
      this.vehicleOf[job] = ABSENT
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
      this.vehicleOf[job] = this.#takenFrom[this.#out] as number
    }
    this.#restoreTouched()
    this.cost = this.keptCost
  }

  /** Sums the cost anew, so that rounding does not pile up. Only between keep() and the next change. */
  recount(): void {
    const { jobCount } = this.instance
    let cost = this.#service + this.used.size * this.owner.fixedCost
    for (const vehicle of this.used.members) {
      const home = jobCount + vehicle
      let node = home
      do {
        cost += this.arcs[node] as number
        node = this.next[node] as number
      } while (node !== home)
    }
    this.cost = cost
    this.keptCost = cost
  }

  /** Loads as they were, so that rounding does not pile up. */
  #touch(vehicle: number): void {
    if (!this.#touched.add(vehicle)) return
    const { loadCount } = this.instance
    this.#countBefore[vehicle] = this.count[vehicle] as number
    this.#wasMeasured[vehicle] = this.#isMeasured[vehicle] as number
    this.#isMeasured[vehicle] = 0
    for (let at = vehicle * loadCount; at < (vehicle + 1) * loadCount; at++)
      this.#pickedBefore[at] = this.picked[at] as number
  }

  #restoreTouched(): void {
    const { loadCount } = this.instance
    const { members } = this.#touched
    for (let i = 0; i < members.length; i++) {
      const vehicle = members[i] as number
      const before = this.#countBefore[vehicle] as number
      const now = this.count[vehicle] as number
      this.count[vehicle] = before
      this.#isMeasured[vehicle] = this.#wasMeasured[vehicle] as number
      for (let at = vehicle * loadCount; at < (vehicle + 1) * loadCount; at++)
        this.picked[at] = this.#pickedBefore[at] as number
      if (now === 0 && before > 0) {
        this.idle.delete(vehicle)
        this.used.add(vehicle)
      } else if (now > 0 && before === 0) {
        this.used.delete(vehicle)
        this.idle.add(vehicle)
      }
    }
    this.#touched.clear()
  }
}
