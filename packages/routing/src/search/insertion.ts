// Where a job costs least: in which route, in which gap, and whether to unload right before or after it.
import type { CompiledVehicle } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import { NONE, type RouteState } from './route-state.ts'
import type { Tours } from './tours.ts'

/** The best place found; one object for the whole search. */
export interface Place {
  vehicle: number
  /** Behind so many stops. */
  gap: number
  /** Unload places visited right before and after the job, or {@link NONE}. */
  unloadBefore: number
  unloadAfter: number
  delta: number
}

export class Insertion {
  readonly place: Place = {
    vehicle: -1,
    gap: 0,
    unloadBefore: NONE,
    unloadAfter: NONE,
    delta: Number.POSITIVE_INFINITY,
  }
  readonly #tours: Tours
  readonly #random: Random
  readonly #blink: number
  readonly #classTried: Int32Array
  #asked = 0
  #untilBlink = 0

  /** With probability `blink` a gap is overlooked. */
  constructor(tours: Tours, blink: number, random: Random) {
    this.#tours = tours
    this.#random = random
    this.#blink = blink
    this.#classTried = new Int32Array(tours.instance.vehicles.length)
    this.#drawBlink()
  }

  /** Finds the cheapest place below `limit`; whether there is one. It stands in `place` then. */
  find(job: number, limit: number): boolean {
    const { instance, routes } = this.#tours
    const { allowed, jobCount } = instance
    this.place.delta = limit
    this.place.vehicle = -1
    this.#asked++
    for (let vehicle = 0; vehicle < routes.length; vehicle++) {
      if (allowed[vehicle * jobCount + job] === 0) continue
      const route = routes[vehicle] as RouteState
      if (!route.mayHold(job)) continue
      if (route.stops.length === 0 && this.#isRepetition(route)) continue
      this.#scan(job, vehicle, route)
    }
    return this.place.vehicle >= 0
  }

  #scan(job: number, vehicle: number, route: RouteState): void {
    const rank = this.#tours.instance.headRank[job] as number
    const first = this.#firstGap(route, rank)
    const last = rank < 0 ? route.stops.length : this.#lastGap(route, rank)
    for (let gap = first; gap <= last; gap++) {
      if (this.#blink > 0 && this.#blinks()) continue
      if (route.leastDelta(job, gap, NONE, NONE) >= this.place.delta) continue
      if (route.hasRoom(job, gap, false, false)) this.#price(job, vehicle, route, gap, NONE, NONE)
      else this.#scanUnloads(job, vehicle, route, gap)
    }
  }

  /** Where it does not fit: unload before it, after it, or both. */
  #scanUnloads(job: number, vehicle: number, route: RouteState, gap: number): void {
    const places = route.vehicle.unloads.length
    const afterFirst = route.hasRoom(job, gap, true, false)
    const beforeLast = route.hasRoom(job, gap, false, true)
    for (let place = 0; place < places; place++) {
      if (afterFirst) this.#price(job, vehicle, route, gap, place, NONE)
      if (beforeLast) this.#price(job, vehicle, route, gap, NONE, place)
      if (!afterFirst && !beforeLast)
        for (let other = 0; other < places; other++)
          this.#price(job, vehicle, route, gap, place, other)
    }
  }

  #price(
    job: number,
    vehicle: number,
    route: RouteState,
    gap: number,
    unloadBefore: number,
    unloadAfter: number,
  ): void {
    if (route.leastDelta(job, gap, unloadBefore, unloadAfter) >= this.place.delta) return
    const delta = route.costInserting(job, gap, unloadBefore, unloadAfter) - route.cost
    if (delta >= this.place.delta) return
    this.place.delta = delta
    this.place.vehicle = vehicle
    this.place.gap = gap
    this.place.unloadBefore = unloadBefore
    this.place.unloadAfter = unloadAfter
  }

  /** Behind all fixed jobs that come before it; for one that is not fixed, behind all of them. */
  #firstGap({ stops }: RouteState, rank: number): number {
    const { headRank } = this.#tours.instance
    let first = 0
    for (let at = 0; at < stops.length; at++) {
      const stop = stops[at] as number
      const own = stop < 0 ? -1 : (headRank[stop] as number)
      if (own >= 0 && (rank < 0 || own < rank)) first = at + 1
      if (stop >= 0 && own < 0) break
    }
    return first
  }

  /** Before all jobs that a fixed one precedes. */
  #lastGap({ stops }: RouteState, rank: number): number {
    const { headRank } = this.#tours.instance
    let last = 0
    while (last < stops.length) {
      const stop = stops[last] as number
      const own = stop < 0 ? -1 : (headRank[stop] as number)
      if (stop >= 0 && (own < 0 || own > rank)) break
      last++
    }
    return last
  }

  /** An empty vehicle like one that was tried for the same job. */
  #isRepetition({ vehicle }: { readonly vehicle: CompiledVehicle }): boolean {
    if (this.#classTried[vehicle.class] === this.#asked) return true
    this.#classTried[vehicle.class] = this.#asked
    return false
  }

  #blinks(): boolean {
    if (this.#untilBlink-- > 0) return false
    this.#drawBlink()
    return true
  }

  /** One draw per blink instead of one per gap. */
  #drawBlink(): void {
    this.#untilBlink = Math.floor(Math.log(1 - this.#random()) / Math.log(1 - this.#blink))
  }
}
