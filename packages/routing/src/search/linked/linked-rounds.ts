// Ruin and recreate on linked routes, where a problem permits that: more iterations in the same time. In a mixed fleet
// a route changes its driver too: for a cheaper one once stops are out, for a larger one where a stop does not fit.
import type { Instance } from '../../compile/instance.ts'
import type { Random } from '../../random/sfc32.ts'
import type { InsertionOrder } from '../insertion-order.ts'
import { LOOK_EVERYWHERE, Near, PLAIN_LOOKS } from '../near.ts'
import type { Neighbours } from '../neighbours.ts'
import type { Tuning } from '../tuning.ts'
import { handToCheaper } from './hand-to-cheaper.ts'
import { LinkedInsertion } from './linked-insertion.ts'
import { LinkedRuin } from './linked-ruin.ts'
import { LinkedTours } from './linked-tours.ts'
import { ratesOf } from './rates.ts'

/**
 * What the classes cost as multiples of the first ({@link ratesOf}) where only loads and driving count and every job
 * has to be served; `null`: the problem does not suit linked routes.
 */
export const linkableRates = (instance: Instance): Float64Array | null =>
  instance.clock === 'none' &&
  !instance.classes.some(({ hasHead }) => hasHead) &&
  !instance.mandatory.includes(0)
    ? ratesOf(instance)
    : null

interface Parts {
  readonly instance: Instance
  /** By class: see {@link linkableRates}. */
  readonly rates: Float64Array
  readonly neighbours: Neighbours
  readonly order: InsertionOrder
  readonly tuning: Tuning
  readonly random: Random
}

export class LinkedRounds {
  readonly tours: LinkedTours
  readonly #ruin: LinkedRuin
  readonly #insertion: LinkedInsertion
  readonly #order: InsertionOrder
  readonly #random: Random
  readonly #near: Near
  readonly #removed: Int32Array

  constructor({ instance, rates, neighbours, order, tuning, random }: Parts) {
    this.tours = new LinkedTours(instance, rates)
    this.#ruin = new LinkedRuin(this.tours, neighbours, tuning, random)
    this.#insertion = new LinkedInsertion({
      tours: this.tours,
      neighbours,
      blink: tuning.blink,
      random,
    })
    this.#order = order
    this.#random = random
    this.#near = new Near(
      this.tours.routeOf,
      instance.classOf.length,
      neighbours,
      PLAIN_LOOKS.neighbours,
    )
    this.#removed = new Int32Array(instance.jobCount)
  }

  /** Takes out what is around `seed` and puts it back; gives up, returning false, beyond a cost of `bound`. */
  rebuild(seed: number, bound: number): boolean {
    const { tours } = this
    const removed = this.#removed
    const count = this.#ruin.around(seed, removed)
    handToCheaper(tours)
    this.#order.sort(removed, count, this.#random, false)
    this.#beginAround(seed, count)
    for (let i = 0; i < count; i++) {
      if (!this.#insertion.insert(removed[i] as number)) return false
      if (tours.cost > bound) return false
    }
    return true
  }

  #beginAround(seed: number, count: number): void {
    const { members } = this.tours.used
    const near = this.#near
    if (members.length <= PLAIN_LOOKS.fewRoutes || this.#random() < LOOK_EVERYWHERE) {
      this.#insertion.begin(this.#removed, count, members, members.length)
      return
    }
    near.look(seed)
    this.#insertion.begin(this.#removed, count, near.members, near.count)
  }
}
