// Where a job costs least on linked routes: first or last on one of those with room, between two stops of one, on a
// route of its own, or on a full one that a larger vehicle takes over.
import type { Random } from '../../random/sfc32.ts'
import { Blink } from '../blink.ts'
import type { LinkedTours } from './linked-tours.ts'

export class LinkedInsertion {
  readonly #tours: LinkedTours
  readonly #blink: Blink
  readonly #isMixed: boolean
  /** Routes that may have room for one of the jobs. */
  readonly #routes: Int32Array
  #count = 0
  /** Those of them with room for the one at hand. */
  readonly #roomy: Int32Array
  #roomyCount = 0
  /** Those that were changed and have none, in a mixed fleet. */
  readonly #full: Int32Array
  #fullCount = 0
  /** What it costs in money that a driver of the class takes over the full route at hand. */
  readonly #handingOver: Float64Array
  /** Behind which node the job at hand costs least so far, how much money, and the class that takes over; -1: none. */
  #behind = -1
  #best = Number.POSITIVE_INFINITY
  #successor = -1

  constructor(tours: LinkedTours, blink: number, random: Random) {
    this.#tours = tours
    this.#blink = new Blink(blink, random)
    this.#isMixed = tours.instance.classes.length > 1
    this.#routes = new Int32Array(tours.count.length)
    this.#roomy = new Int32Array(tours.count.length)
    this.#full = new Int32Array(tours.count.length)
    this.#handingOver = new Float64Array(tours.instance.classes.length)
  }

  /** What follows is about the first `count` of `jobs`; untouched routes only of the first `many` of `routes`. */
  begin(jobs: Int32Array, count: number, routes: ArrayLike<number>, many: number): void {
    const { room, instance, used } = this.#tours
    const { load, loadCount } = instance
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < count && loadCount > 0; i++) {
      const own = load[(jobs[i] as number) * loadCount] as number
      if (own < least) least = own
    }
    this.#count = 0
    // The ruined routes first: they are near, and what they offer spares looking far.
    const { touchedRoutes } = this.#tours
    for (let i = 0; i < touchedRoutes.length; i++)
      if (used.has(touchedRoutes[i] as number))
        this.#routes[this.#count++] = touchedRoutes[i] as number
    for (let i = 0; i < many; i++) {
      const route = routes[i] as number
      if (this.#tours.isTouched(route)) continue
      if (loadCount > 0 && (room[route * loadCount] as number) < least) continue
      this.#routes[this.#count++] = route
    }
  }

  /** Puts the job where it costs least; whether there is such a place. */
  insert(job: number): boolean {
    const tours = this.#tours
    const { routeOf, count, instance } = tours
    this.#best = Number.POSITIVE_INFINITY
    this.#behind = -1
    this.#successor = -1
    this.#lookAtEnds(job)
    this.#lookAlong(job)
    this.#lookAtHome(job)
    // Last, since a larger vehicle is dear: what has been found spares most of the looking.
    for (let i = 0; i < this.#fullCount; i++) this.#lookForLarger(job, this.#full[i] as number)
    const behind = this.#behind
    if (behind < 0) return false
    const { jobCount } = instance
    const route = behind < jobCount ? (routeOf[behind] as number) : behind - jobCount
    if (this.#successor >= 0) tours.handOver(route, this.#successor)
    if (count[route] === 0) this.#routes[this.#count++] = route
    tours.insert(job, behind, route)
    return true
  }

  #lookAtHome(job: number): void {
    const { enteredAt, base, drivers, instance, service } = this.#tours
    const { rates, fixedCosts } = drivers
    const { driveCost, driveCostTo, size, startSite, endSite } = base
    const here = (enteredAt[job] as number) * size
    const way =
      (driveCostTo[here + startSite] as number) +
      (driveCost[here + endSite] as number) +
      (this.#isMixed ? (service[job] as number) : 0)
    for (let index = 0; index < rates.length; index++) {
      const cost = (rates[index] as number) * way + (fixedCosts[index] as number)
      if (cost >= this.#best) continue
      const route = drivers.idle[index]?.members.at(-1)
      if (route === undefined || !drivers.allows(index, job) || this.#blink.next()) continue
      this.#best = cost
      this.#behind = instance.jobCount + route
    }
  }

  /** First and last on routes with room. */
  #lookAtEnds(job: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, leftFrom, room, instance, base, drivers } = tours
    const { driveCost, driveCostTo, size, startSite, endSite } = base
    const { rate, areChoosy } = drivers
    const isMixed = this.#isMixed
    const { jobCount, loadCount } = instance
    const blink = this.#blink
    const oneLoad = loadCount === 1
    const load = oneLoad ? (instance.load[job] as number) : 0
    const here = (enteredAt[job] as number) * size
    const service = isMixed ? (tours.service[job] as number) : 0
    const fromStart = driveCostTo[here + startSite] as number
    const toEnd = driveCost[here + endSite] as number
    let best = Number.POSITIVE_INFINITY
    this.#roomyCount = 0
    this.#fullCount = 0
    for (let i = 0; i < this.#count; i++) {
      const route = this.#routes[i] as number
      if (areChoosy && !drivers.allows(drivers.class[route] as number, job)) continue
      if (oneLoad ? (room[route] as number) < load : !tours.hasRoom(route, job)) {
        if (isMixed && tours.isTouched(route)) this.#full[this.#fullCount++] = route
        continue
      }
      this.#roomy[this.#roomyCount++] = route
      const home = jobCount + route
      const own = isMixed ? (rate[route] as number) : 1
      let least = isMixed ? best / own - service : best
      const first = enteredAt[next[home] as number] as number
      const atFirst = fromStart + (driveCost[here + first] as number) - (arcs[home] as number)
      if (atFirst < least && !blink.next()) {
        least = atFirst
        best = own * (atFirst + service)
        this.#behind = home
      }
      const end = previous[home] as number
      const last = leftFrom[end] as number
      const atLast = (driveCostTo[here + last] as number) + toEnd - (arcs[end] as number)
      if (atLast < least && !blink.next()) {
        best = own * (atLast + service)
        this.#behind = end
      }
    }
    this.#best = best
  }

  /** Between the stops of routes with room. */
  #lookAlong(job: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, instance, base, drivers } = tours
    const { driveCost, driveCostTo, size } = base
    const { jobCount } = instance
    const here = (enteredAt[job] as number) * size
    const isMixed = this.#isMixed
    const service = isMixed ? (tours.service[job] as number) : 0
    for (let i = 0; i < this.#roomyCount; i++) {
      const route = this.#roomy[i] as number
      const rate = isMixed ? (drivers.rate[route] as number) : 1
      let least = isMixed ? this.#best / rate - service : this.#best
      if (!tours.isTouched(route) && tours.leastDetour(route, here) >= least) continue
      const home = jobCount + route
      const last = previous[home] as number
      let node = next[home] as number
      while (node !== last) {
        const after = next[node] as number
        const detour =
          (driveCostTo[here + (enteredAt[node] as number)] as number) +
          (driveCost[here + (enteredAt[after] as number)] as number) -
          (arcs[node] as number)
        if (detour < least && !this.#blink.next()) {
          least = detour
          this.#best = rate * (detour + service)
          this.#behind = node
        }
        node = after
      }
    }
  }

  /** Anywhere on a full route, driven by a larger vehicle at home. */
  #lookForLarger(job: number, route: number): void {
    const tours = this.#tours
    const { next, arcs, enteredAt, leftFrom, instance, base, drivers } = tours
    const service = tours.service[job] as number
    const { rates } = drivers
    let most = Number.NEGATIVE_INFINITY
    for (let index = 0; index < rates.length; index++) {
      const more = tours.handingOver(route, index, job)
      this.#handingOver[index] = more
      const spare = (this.#best - more) / (rates[index] as number) - service
      if (spare > most) most = spare
    }
    if (most <= 0) return
    const { driveCost, driveCostTo, size } = base
    const here = (enteredAt[job] as number) * size
    const home = instance.jobCount + route
    let least = most
    let behind = -1
    let node = home
    do {
      const after = next[node] as number
      const detour =
        (driveCostTo[here + (leftFrom[node] as number)] as number) +
        (driveCost[here + (enteredAt[after] as number)] as number) -
        (arcs[node] as number)
      if (detour < least && !this.#blink.next()) {
        least = detour
        behind = node
      }
      node = after
    } while (node !== home)
    if (behind < 0) return
    for (let index = 0; index < rates.length; index++) {
      const cost =
        (this.#handingOver[index] as number) + (rates[index] as number) * (least + service)
      if (cost >= this.#best) continue
      this.#best = cost
      this.#behind = behind
      this.#successor = index
    }
  }
}
