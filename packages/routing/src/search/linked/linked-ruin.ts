// As search/ruin.ts, on linked routes: removes strings of adjacent jobs from routes near a random one.
import type { Random } from '../../random/sfc32.ts'
import type { Neighbours } from '../neighbours.ts'
import { ANY_LENGTH, STOP_GROWING } from '../ruin.ts'
import type { Tuning } from '../tuning.ts'
import type { LinkedTours } from './linked-tours.ts'

const PER_LOG = 1 / Math.log(1 - STOP_GROWING)

/** One string alone mostly goes back as it was; the paper draws from one on. */
const FEWEST_STRINGS = 2

export class LinkedRuin {
  readonly #tours: LinkedTours
  readonly #neighbours: Neighbours
  readonly #tuning: Tuning
  readonly #random: Random

  constructor(tours: LinkedTours, neighbours: Neighbours, tuning: Tuning, random: Random) {
    this.#tours = tours
    this.#neighbours = neighbours
    this.#tuning = tuning
    this.#random = random
  }

  /** Takes strings out, around `seed`, into `out`. Returns how many jobs are out. */
  around(seed: number, out: Int32Array): number {
    const tours = this.#tours
    const { routeOf } = tours
    const { nearest, count: neighbours } = this.#neighbours
    const meanLength = tours.served / Math.max(1, tours.used.size)
    const longest = Math.min(this.#tuning.longestString, Math.max(ANY_LENGTH, meanLength))
    const mostStrings = (4 * this.#tuning.meanRemoved) / (1 + longest) - 1
    const more = Math.max(0, mostStrings + 1 - FEWEST_STRINGS)
    let strings = Math.floor(FEWEST_STRINGS + this.#random() * more)
    const row = this.#neighbours.rowOf(seed)
    let count = 0
    for (let at = row; at < row + neighbours && strings > 0; at++) {
      const job = nearest[at] as number
      const route = routeOf[job] as number
      if (route < 0 || tours.isTouched(route)) continue
      count = this.#takeString(route, job, longest, out, count)
      strings--
    }
    return count
  }

  /** Takes a string with `job` in it out of its route. */
  #takeString(route: number, job: number, longest: number, out: Int32Array, count: number): number {
    const tours = this.#tours
    const random = this.#random
    const stops = tours.count[route] as number
    const length = Math.floor(1 + random() * Math.min(stops, longest))
    const stays = random() < 0.5 ? 0 : this.#stringInTheMiddle(stops - length)
    let node = this.#startOf(route, job, length + stays)
    const ahead = Math.floor(random() * (length + 1))
    if (stays === 0) {
      tours.remove(node, length, out, count)
      return count + length
    }
    const first = node
    for (let i = 0; i < ahead + stays; i++) node = tours.next[node] as number
    if (ahead > 0) tours.remove(first, ahead, out, count)
    if (length > ahead) tours.remove(node, length - ahead, out, count + ahead)
    return count + length
  }

  /** The first job of a string of so many on the route, drawn from those with `job` in them. */
  #startOf(route: number, job: number, whole: number): number {
    const { next, previous, count, instance } = this.#tours
    const home = instance.jobCount + route
    const stops = count[route] as number
    if (whole === stops) return next[home] as number
    let before = 0
    for (let node = previous[job] as number; node !== home; node = previous[node] as number)
      before++
    const least = Math.max(0, before + whole - stops)
    const most = Math.min(before, whole - 1)
    let back = least + Math.floor(this.#random() * (most - least + 1))
    let node = job
    for (; back > 0; back--) node = previous[node] as number
    return node
  }

  /** How many jobs of a longer string stay, at most `most`: one, and more until it stops growing. */
  #stringInTheMiddle(most: number): number {
    if (most <= 1) return most
    return Math.min(most, 1 + Math.floor(Math.log(1 - this.#random()) * PER_LOG))
  }
}
