// Where a job costs least on linked routes: first or last on one of those with room, or between two stops of one.
import type { Random } from '../../random/sfc32.ts'
import { EPSILON } from '../../tolerance.ts'
import { Blink } from '../blink.ts'
import type { LinkedTours } from './linked-tours.ts'

export class LinkedInsertion {
  readonly #tours: LinkedTours
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

  constructor(tours: LinkedTours, blink: number, random: Random) {
    this.#tours = tours
    this.#blink = new Blink(blink, random)
    this.#vehicles = new Int32Array(tours.count.length)
    this.#roomy = new Int32Array(tours.count.length)
  }

  /** What follows is about the first `count` of `jobs`; untouched routes only of the first `many` of `vehicles`. */
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
    // The ruined routes first: they are near, and what they offer spares looking far.
    const { touched } = this.#tours
    for (let i = 0; i < touched.length; i++)
      if (used.has(touched[i] as number)) this.#vehicles[this.#count++] = touched[i] as number
    for (let i = 0; i < many; i++) {
      const vehicle = vehicles[i] as number
      if (this.#tours.isTouched(vehicle)) continue
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
    this.#lookAtEnds(job)
    this.#lookAlong(job)
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

  /** First and last on routes with room. */
  #lookAtEnds(job: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, leftFrom, picked, instance, owner } = tours
    const { driveCost, driveCostTo, size, startSite, endSite, capacity } = owner
    const { jobCount, loadCount } = instance
    const blink = this.#blink
    const oneLoad = loadCount === 1
    const room = oneLoad ? (capacity[0] as number) + EPSILON - (instance.load[job] as number) : 0
    const here = (enteredAt[job] as number) * size
    const fromStart = driveCostTo[here + startSite] as number
    const toEnd = driveCost[here + endSite] as number
    let best = Number.POSITIVE_INFINITY
    this.#roomyCount = 0
    for (let i = 0; i < this.#count; i++) {
      const vehicle = this.#vehicles[i] as number
      if (oneLoad ? (picked[vehicle] as number) > room : !tours.hasRoom(vehicle, job)) continue
      this.#roomy[this.#roomyCount++] = vehicle
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
  }

  /** Between the stops of routes with room. */
  #lookAlong(job: number): void {
    const tours = this.#tours
    const { next, previous, arcs, enteredAt, instance, owner } = tours
    const { driveCost, driveCostTo, size } = owner
    const { jobCount } = instance
    const here = (enteredAt[job] as number) * size
    for (let i = 0; i < this.#roomyCount; i++) {
      const vehicle = this.#roomy[i] as number
      if (!tours.isTouched(vehicle) && tours.leastDetour(vehicle, here) >= this.#best) continue
      const home = jobCount + vehicle
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
}
