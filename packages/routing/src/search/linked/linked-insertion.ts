// Where a job costs least on linked routes: first or last on one of those with room, between two stops of one, on a
// route of its own, or on a full one that a larger vehicle takes over.
import type { Random } from '../../random/sfc32.ts'
import { Blink } from '../blink.ts'
import type { Neighbours } from '../neighbours.ts'
import { handingOver } from './handing-over.ts'
import type { LinkedTours } from './linked-tours.ts'

const NONE = -1

/** Where routes have more stops than this on average, only both sides of so many near ones are looked at. */
const LONG_ROUTES = 60
const BESIDE = 8

interface Parts {
  readonly tours: LinkedTours
  readonly neighbours: Neighbours
  /** Share of the best places overlooked. */
  readonly blink: number
  readonly random: Random
}

export class LinkedInsertion {
  readonly #tours: LinkedTours
  readonly #neighbours: Neighbours
  readonly #blink: Blink
  readonly #isMixed: boolean
  #areLong = false
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
  /** Behind which node the job at hand costs least so far, how much money, and the class that takes over. */
  #behind = NONE
  #best = Number.POSITIVE_INFINITY
  #successor = NONE
  /** What was found on the route at hand: behind which node, and the detour. */
  #at = NONE
  #least = Number.POSITIVE_INFINITY

  constructor({ tours, neighbours, blink, random }: Parts) {
    this.#tours = tours
    this.#neighbours = neighbours
    this.#blink = new Blink(blink, random)
    this.#isMixed = tours.instance.classes.length > 1
    this.#routes = new Int32Array(tours.count.length)
    this.#roomy = new Int32Array(tours.count.length)
    this.#full = new Int32Array(tours.count.length)
    this.#handingOver = new Float64Array(tours.instance.classes.length)
  }

  /** What follows is about the first `count` of `jobs`; untouched routes only of the first `many` of `routes`. */
  begin(jobs: Int32Array, count: number, routes: ArrayLike<number>, many: number): void {
    const { room, instance, used, served } = this.#tours
    const { load, loadCount } = instance
    this.#areLong = served > LONG_ROUTES * used.size
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
    this.#find(job, NONE)
    // Asked about the best place alone, nearly as good as about each: loops without a call inside are faster.
    if (this.#behind >= 0 && this.#blink.next()) this.#find(job, this.#behind)
    const behind = this.#behind
    if (behind < 0) return false
    const { jobCount } = instance
    const route = behind < jobCount ? (routeOf[behind] as number) : behind - jobCount
    if (this.#successor >= 0) tours.handOver(route, this.#successor)
    if (count[route] === 0) this.#routes[this.#count++] = route
    tours.insert(job, behind, route)
    return true
  }

  /** @param but not behind this node */
  #find(job: number, but: number): void {
    this.#best = Number.POSITIVE_INFINITY
    this.#behind = NONE
    this.#successor = NONE
    this.#lookAtEnds(job, but)
    if (this.#areLong) this.#lookBeside(job, but)
    else this.#lookAlong(job, but)
    this.#lookAtHome(job, but)
    // Last, since a larger vehicle is dear: what has been found spares most of the looking.
    for (let i = 0; i < this.#fullCount; i++) this.#lookForLarger(job, this.#full[i] as number, but)
  }

  #lookAtHome(job: number, but: number): void {
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
      if (route === undefined || !drivers.allows(index, job)) continue
      if (instance.jobCount + route === but) continue
      this.#best = cost
      this.#behind = instance.jobCount + route
    }
  }

  /** First and last on routes with room. */
  #lookAtEnds(job: number, but: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, leftFrom, room, instance, base, drivers } = tours
    const { driveCost, driveCostTo, size, startSite, endSite } = base
    const { rate, areChoosy } = drivers
    const isMixed = this.#isMixed
    const { jobCount, loadCount } = instance
    const oneLoad = loadCount === 1
    const load = oneLoad ? (instance.load[job] as number) : 0
    const here = (enteredAt[job] as number) * size
    const service = isMixed ? (tours.service[job] as number) : 0
    const fromStart = driveCostTo[here + startSite] as number
    const toEnd = driveCost[here + endSite] as number
    const routes = this.#routes
    const roomy = this.#roomy
    let roomyCount = 0
    let best = Number.POSITIVE_INFINITY
    let behind = NONE
    this.#fullCount = 0
    for (let i = 0; i < this.#count; i++) {
      const route = routes[i] as number
      if (areChoosy && !drivers.allows(drivers.class[route] as number, job)) continue
      if (oneLoad ? (room[route] as number) < load : !tours.hasRoom(route, job)) {
        if (isMixed && tours.isTouched(route)) this.#full[this.#fullCount++] = route
        continue
      }
      roomy[roomyCount++] = route
      const home = jobCount + route
      const own = isMixed ? (rate[route] as number) : 1
      let least = isMixed ? best / own - service : best
      const first = enteredAt[next[home] as number] as number
      const atFirst = fromStart + (driveCost[here + first] as number) - (arcs[home] as number)
      if (atFirst < least && home !== but) {
        least = atFirst
        best = own * (atFirst + service)
        behind = home
      }
      const end = previous[home] as number
      const last = leftFrom[end] as number
      const atLast = (driveCostTo[here + last] as number) + toEnd - (arcs[end] as number)
      if (atLast < least && end !== but) {
        best = own * (atLast + service)
        behind = end
      }
    }
    this.#roomyCount = roomyCount
    this.#best = best
    this.#behind = behind
  }

  /** Between the stops of routes with room. */
  #lookAlong(job: number, but: number): void {
    const tours = this.#tours
    const { previous, enteredAt, instance, base, drivers } = tours
    const here = (enteredAt[job] as number) * base.size
    const isMixed = this.#isMixed
    const service = isMixed ? (tours.service[job] as number) : 0
    for (let i = 0; i < this.#roomyCount; i++) {
      const route = this.#roomy[i] as number
      const rate = isMixed ? (drivers.rate[route] as number) : 1
      const most = isMixed ? this.#best / rate - service : this.#best
      if (!tours.isTouched(route) && tours.reaches.leastDetour(route, here) >= most) continue
      const home = instance.jobCount + route
      const first = tours.next[home] as number
      const last = previous[home] as number
      if (first === last) continue
      this.#lookBetween(here, first, last, most, but)
      if (this.#least < most) {
        this.#best = rate * (this.#least + service)
        this.#behind = this.#at
      }
    }
  }

  /** Before and behind the nearest stops on routes with room. */
  #lookBeside(job: number, but: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, leftFrom, routeOf, base, drivers } = tours
    const { driveCost, driveCostTo, size } = base
    const here = (enteredAt[job] as number) * size
    const isMixed = this.#isMixed
    const service = isMixed ? (tours.service[job] as number) : 0
    const row = this.#neighbours.rowOf(job)
    const { nearest, count } = this.#neighbours
    let best = this.#best
    let behind = this.#behind
    for (let at = row, left = BESIDE; at < row + count && left > 0; at++) {
      const stop = nearest[at] as number
      const route = routeOf[stop] as number
      if (route < 0 || !this.#mayTake(route, job)) continue
      left--
      const rate = isMixed ? (drivers.rate[route] as number) : 1
      const there = here + (enteredAt[stop] as number)
      const before = previous[stop] as number
      const ahead =
        (driveCostTo[here + (leftFrom[before] as number)] as number) +
        (driveCost[there] as number) -
        (arcs[before] as number)
      if (rate * (ahead + service) < best && before !== but) {
        best = rate * (ahead + service)
        behind = before
      }
      const after = enteredAt[next[stop] as number] as number
      const on =
        (driveCostTo[there] as number) +
        (driveCost[here + after] as number) -
        (arcs[stop] as number)
      if (rate * (on + service) < best && stop !== but) {
        best = rate * (on + service)
        behind = stop
      }
    }
    this.#best = best
    this.#behind = behind
  }

  #mayTake(route: number, job: number): boolean {
    const { drivers } = this.#tours
    if (drivers.areChoosy && !drivers.allows(drivers.class[route] as number, job)) return false
    return this.#tours.hasRoom(route, job)
  }

  /** Anywhere on a full route, driven by a larger vehicle at home. */
  #lookForLarger(job: number, route: number, but: number): void {
    const tours = this.#tours
    const { enteredAt, instance, base, drivers } = tours
    const service = tours.service[job] as number
    const { rates } = drivers
    let most = Number.NEGATIVE_INFINITY
    for (let index = 0; index < rates.length; index++) {
      const more = handingOver(tours, route, index, job)
      this.#handingOver[index] = more
      const spare = (this.#best - more) / (rates[index] as number) - service
      if (spare > most) most = spare
    }
    if (most <= 0) return
    const here = (enteredAt[job] as number) * base.size
    const home = instance.jobCount + route
    this.#lookBetween(here, home, home, most, but)
    if (this.#at < 0) return
    for (let index = 0; index < rates.length; index++) {
      const cost =
        (this.#handingOver[index] as number) + (rates[index] as number) * (this.#least + service)
      if (cost >= this.#best) continue
      this.#best = cost
      this.#behind = this.#at
      this.#successor = index
    }
  }

  /**
   * The least detour below `most`, from behind one node until before another: all around where both are the same.
   * @param here row of the job's site
   */
  #lookBetween(here: number, first: number, last: number, most: number, but: number): void {
    const { next, arcs, enteredAt, leftFrom, base } = this.#tours
    const { driveCost, driveCostTo } = base
    let least = most
    let behind = NONE
    let node = first
    let way = driveCostTo[here + (leftFrom[node] as number)] as number
    do {
      const after = next[node] as number
      const there = here + (enteredAt[after] as number)
      const detour = way + (driveCost[there] as number) - (arcs[node] as number)
      if (detour < least && node !== but) {
        least = detour
        behind = node
      }
      // Only homes are left from another site than they are entered at.
      way = driveCostTo[there] as number
      node = after
    } while (node !== last)
    this.#least = least
    this.#at = behind
  }
}
