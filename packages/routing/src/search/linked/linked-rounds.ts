// Ruin and recreate on linked routes, where a problem permits that: more iterations in the same time.
import type { Instance } from '../../compile/instance.ts'
import type { Random } from '../../random/sfc32.ts'
import type { InsertionOrder } from '../insertion-order.ts'
import { Near } from '../near.ts'
import type { Neighbours } from '../neighbours.ts'
import type { Tuning } from '../tuning.ts'
import { LinkedInsertion } from './linked-insertion.ts'
import { LinkedRuin } from './linked-ruin.ts'
import { LinkedTours } from './linked-tours.ts'

/** Of more routes than this, mostly those alone are looked at that serve one of so many neighbours. */
const FEW_ROUTES = 80
const NEIGHBOURS = 120
const LOOK_EVERYWHERE = 0.1

/** Only loads and driving count, vehicles are all alike, and every job has to be served. */
export const suitsLinks = ({ clock, classes, mandatory }: Instance): boolean =>
  clock === 'none' &&
  classes.length === 1 &&
  classes[0]?.hasHead === false &&
  !mandatory.includes(0)

interface Parts {
  readonly instance: Instance
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

  constructor({ instance, neighbours, order, tuning, random }: Parts) {
    this.tours = new LinkedTours(instance)
    this.#ruin = new LinkedRuin(this.tours, neighbours, tuning, random)
    this.#insertion = new LinkedInsertion(this.tours, tuning.blink, random)
    this.#order = order
    this.#random = random
    this.#near = new Near(this.tours.vehicleOf, instance.classOf.length, neighbours, NEIGHBOURS)
    this.#removed = new Int32Array(instance.jobCount)
  }

  /** Takes out what is around `seed` and puts it back; gives up, returning false, beyond a cost of `bound`. */
  rebuild(seed: number, bound: number): boolean {
    const { tours } = this
    const removed = this.#removed
    const count = this.#ruin.around(seed, removed)
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
    if (members.length <= FEW_ROUTES || this.#random() < LOOK_EVERYWHERE) {
      this.#insertion.begin(this.#removed, count, members, members.length)
      return
    }
    near.look(seed)
    this.#insertion.begin(this.#removed, count, near.members, near.count)
  }
}
