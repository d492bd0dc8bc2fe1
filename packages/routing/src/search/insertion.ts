// Where a job costs least.
import type { Random } from '../random/sfc32.ts'
import type { RouteState } from './route-state.ts'
import type { Tours } from './tours.ts'

/** The best place found; one object for the whole search. */
export interface Place {
  vehicle: number
  position: number
  delta: number
}

export class Insertion {
  readonly place: Place = { vehicle: -1, position: -1, delta: Number.POSITIVE_INFINITY }
  readonly #tours: Tours
  readonly #random: Random
  readonly #blink: number
  readonly #classTried: Int32Array
  #asked = 0
  #untilBlink = 0

  /** With probability `blink` a position is overlooked. */
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
      if (route.jobs.length === 0 && this.#isRepetition(route)) continue
      this.#scan(job, vehicle, route)
    }
    return this.place.vehicle >= 0
  }

  #scan(job: number, vehicle: number, route: RouteState): void {
    const rank = this.#tours.instance.headRank[job] as number
    const first = rank < 0 ? route.headLength : this.#placeInHead(route, rank)
    const last = rank < 0 ? route.jobs.length : first
    for (let position = first; position <= last; position++) {
      if (this.#blink > 0 && this.#blinks()) continue
      if (route.leastDelta(job, position) >= this.place.delta) continue
      const delta = route.costInserting(job, position) - route.cost
      if (delta >= this.place.delta) continue
      this.place.delta = delta
      this.place.vehicle = vehicle
      this.place.position = position
    }
  }

  #placeInHead(route: RouteState, rank: number): number {
    const { headRank } = this.#tours.instance
    let place = 0
    while (place < route.headLength && (headRank[route.jobs[place] as number] as number) < rank)
      place++
    return place
  }

  /** An empty vehicle like one that was tried for the same job. */
  #isRepetition(route: RouteState): boolean {
    const { class: kind } = route.vehicle
    if (this.#classTried[kind] === this.#asked) return true
    this.#classTried[kind] = this.#asked
    return false
  }

  #blinks(): boolean {
    if (this.#untilBlink-- > 0) return false
    this.#drawBlink()
    return true
  }

  /** One draw per blink instead of one per position. */
  #drawBlink(): void {
    this.#untilBlink = Math.floor(Math.log(1 - this.#random()) / Math.log(1 - this.#blink))
  }
}
