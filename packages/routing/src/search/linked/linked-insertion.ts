// Where a job costs least on linked routes: first or last on one of those with room, or between two stops of
// one. It is beside a stop near by, most often: so the stops around are looked at, nearest first, until none farther
// off can offer anything, unless by an arc that is longer than usual. Where routes with room have so few stops that
// these are sooner looked at one by one, they are.
import type { Random } from '../../random/sfc32.ts'
import { EPSILON } from '../../tolerance.ts'
import { Blink } from '../blink.ts'
import type { Neighbours } from '../neighbours.ts'
import type { LinkedTours } from './linked-tours.ts'

/** So many stops on routes with room are sooner looked at one by one than those around. */
const FEW_STOPS = 32

/** After so many stops around it is told whether there will be more than this share of those on routes with room. */
const TRIED = 8
const SOONER = 0.5

export class LinkedInsertion {
  readonly #tours: LinkedTours
  readonly #neighbours: Neighbours
  readonly #blink: Blink
  /** Vehicles with a route that may have room for one of the jobs. */
  readonly #vehicles: Int32Array
  #count = 0
  /** Those of them with room for the one at hand. */
  readonly #roomy: Int32Array
  #roomyCount = 0
  /** Behind which node the job at hand costs least so far, and how much. */
  #behind = -1
  #best = Number.POSITIVE_INFINITY
  /** Arcs that cost more than this may be passed over where both their ends are far off. */
  reach = 0

  constructor(tours: LinkedTours, neighbours: Neighbours, blink: number, random: Random) {
    this.#tours = tours
    this.#neighbours = neighbours
    this.#blink = new Blink(blink, random)
    this.#vehicles = new Int32Array(tours.count.length)
    this.#roomy = new Int32Array(tours.count.length)
  }

  /** What follows is about the first `count` of `jobs`; on the first `many` of `vehicles` they may be first or last. */
  begin(jobs: Int32Array, count: number, vehicles: ArrayLike<number>, many: number): void {
    const { picked, instance, owner, used } = this.#tours
    const { load, loadCount } = instance
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < count && loadCount > 0; i++) {
      const own = load[(jobs[i] as number) * loadCount] as number
      if (own < least) least = own
    }
    const room = loadCount === 0 ? 0 : (owner.capacity[0] as number) + EPSILON - least
    this.#count = 0
    for (let i = 0; i < many; i++) {
      const vehicle = vehicles[i] as number
      if (!used.has(vehicle)) continue
      if (loadCount > 0 && (picked[vehicle * loadCount] as number) > room) continue
      this.#vehicles[this.#count++] = vehicle
    }
  }

  /** Puts the job where it costs least; whether there is such a place. */
  insert(job: number): boolean {
    const tours = this.#tours
    const { idle, vehicleOf, count, instance } = tours
    this.#best = Number.POSITIVE_INFINITY
    this.#behind = -1
    const stops = this.#lookAtEnds(job)
    if (stops <= FEW_STOPS || !this.#lookAround(job, stops)) this.#lookAlong(job)
    const { members } = idle
    if (members.length > 0) this.#lookAtHome(job, members[members.length - 1] as number)
    const behind = this.#behind
    if (behind < 0) return false
    const { jobCount } = instance
    const vehicle = behind < jobCount ? (vehicleOf[behind] as number) : behind - jobCount
    if (count[vehicle] === 0) this.#vehicles[this.#count++] = vehicle
    tours.insert(job, behind, vehicle)
    return true
  }

  #lookAtHome(job: number, vehicle: number): void {
    const { enteredAt, owner, instance } = this.#tours
    const { driveCost, driveCostTo, size, startSite, endSite, fixedCost } = owner
    const here = (enteredAt[job] as number) * size
    const detour =
      (driveCostTo[here + startSite] as number) + (driveCost[here + endSite] as number) + fixedCost
    if (detour >= this.#best || this.#blink.next()) return
    this.#best = detour
    this.#behind = instance.jobCount + vehicle
  }

  /** First and last on routes with room; how many stops these have. */
  #lookAtEnds(job: number): number {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, leftFrom, picked, instance, count, owner } = tours
    const { driveCost, driveCostTo, size, startSite, endSite, capacity } = owner
    const { jobCount, loadCount } = instance
    const blink = this.#blink
    const oneLoad = loadCount === 1
    const room = oneLoad ? (capacity[0] as number) + EPSILON - (instance.load[job] as number) : 0
    const here = (enteredAt[job] as number) * size
    const fromStart = driveCostTo[here + startSite] as number
    const toEnd = driveCost[here + endSite] as number
    let best = Number.POSITIVE_INFINITY
    let stops = 0
    this.#roomyCount = 0
    for (let i = 0; i < this.#count; i++) {
      const vehicle = this.#vehicles[i] as number
      if (oneLoad ? (picked[vehicle] as number) > room : !tours.hasRoom(vehicle, job)) continue
      this.#roomy[this.#roomyCount++] = vehicle
      stops += count[vehicle] as number
      const home = jobCount + vehicle
      const first = enteredAt[next[home] as number] as number
      const atFirst = fromStart + (driveCost[here + first] as number) - (arcs[home] as number)
      if (atFirst < best && !blink.next()) {
        best = atFirst
        this.#behind = home
      }
      const end = previous[home] as number
      const last = leftFrom[end] as number
      const atLast = (driveCostTo[here + last] as number) + toEnd - (arcs[end] as number)
      if (atLast < best && !blink.next()) {
        best = atLast
        this.#behind = end
      }
    }
    this.#best = best
    return stops
  }

  /** Between the stops of routes with room. */
  #lookAlong(job: number): void {
    const { next, previous, arcs, enteredAt, instance, owner } = this.#tours
    const { driveCost, driveCostTo, size } = owner
    const { jobCount } = instance
    const here = (enteredAt[job] as number) * size
    for (let i = 0; i < this.#roomyCount; i++) {
      const home = jobCount + (this.#roomy[i] as number)
      const last = previous[home] as number
      let node = next[home] as number
      while (node !== last) {
        const after = next[node] as number
        const detour =
          (driveCostTo[here + (enteredAt[node] as number)] as number) +
          (driveCost[here + (enteredAt[after] as number)] as number) -
          (arcs[node] as number)
        if (detour < this.#best && !this.#blink.next()) {
          this.#best = detour
          this.#behind = node
        }
        node = after
      }
    }
  }

  /** Before and behind the stops around; false, with nothing found, where looking along `stops` is sooner done. */
  #lookAround(job: number, stops: number): boolean {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, vehicleOf, picked, instance } = tours
    const { driveCost, driveCostTo, size, capacity } = tours.owner
    const { jobCount, loadCount } = instance
    const { nearest, around, count } = this.#neighbours
    const blink = this.#blink
    const reach = this.reach
    const oneLoad = loadCount === 1
    const room = oneLoad ? (capacity[0] as number) + EPSILON - (instance.load[job] as number) : 0
    const here = (enteredAt[job] as number) * size
    let best = this.#best
    let found = this.#behind
    const row = this.#neighbours.rowOf(job)
    const far = row + Math.min(count - 1, Math.floor(SOONER * stops))
    for (let at = row + 1; at < row + count; at++) {
      const distance = around[at] as number
      if (distance >= best + reach) break
      if (at === row + TRIED && (around[far] as number) < best + reach) return false
      const node = nearest[at] as number
      const vehicle = vehicleOf[node] as number
      if (vehicle < 0) continue
      if (oneLoad ? (picked[vehicle] as number) > room : !tours.hasRoom(vehicle, job)) continue
      const site = here + (enteredAt[node] as number)
      // A place that would be the best between two stops has been overlooked if the other one is nearer.
      const after = next[node] as number
      const beyond = here + (enteredAt[after] as number)
      const behind =
        (driveCostTo[site] as number) + (driveCost[beyond] as number) - (arcs[node] as number)
      if (behind < best && after < jobCount) {
        const other = Math.fround((driveCost[beyond] as number) + (driveCostTo[beyond] as number))
        if (other >= distance && !blink.next()) {
          best = behind
          found = node
        }
      }
      const before = previous[node] as number
      const hither = here + (enteredAt[before] as number)
      const ahead =
        (driveCostTo[hither] as number) + (driveCost[site] as number) - (arcs[before] as number)
      if (ahead < best && before < jobCount) {
        const other = Math.fround((driveCost[hither] as number) + (driveCostTo[hither] as number))
        if (other >= distance && !blink.next()) {
          best = ahead
          found = before
        }
      }
    }
    this.#best = best
    this.#behind = found
    return true
  }
}
