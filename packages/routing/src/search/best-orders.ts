// The best tours so far, copied route by route as they change.
import { IndexSet } from './index-set.ts'
import type { Tours } from './tours.ts'

/** Stops by vehicle, flat: for each its number of stops, then these as visits. */
export type Orders = Int32Array

export class BestOrders {
  readonly #tours: Tours
  readonly #orders: Int32Array[]
  readonly #changed: IndexSet
  missing = Number.POSITIVE_INFINITY
  cost = Number.POSITIVE_INFINITY

  constructor(tours: Tours) {
    this.#tours = tours
    this.#orders = Array.from(tours.slotOf, () => new Int32Array(0))
    this.#changed = new IndexSet(tours.slotOf.length)
  }

  noteAll(): void {
    for (const vehicle of this.#tours.used.members) this.#changed.add(vehicle)
  }

  /** These routes are about to be kept. */
  noteChanges(): void {
    for (const vehicle of this.#tours.touched) this.#changed.add(vehicle)
  }

  /** Copies the tours as they are kept, if they are better. */
  update(): boolean {
    const { keptMissing, keptCost } = this.#tours
    if (keptMissing > this.missing) return false
    if (keptMissing === this.missing && keptCost >= this.cost) return false
    this.missing = keptMissing
    this.cost = keptCost
    const { members } = this.#changed
    while (members.length > 0) {
      const vehicle = members[members.length - 1] as number
      this.#orders[vehicle] = this.#tours.stopsOf(vehicle)
      this.#changed.delete(vehicle)
    }
    return true
  }

  flat(): Orders {
    const flat = new Int32Array(this.#orders.reduce((sum, { length }) => sum + 1 + length, 0))
    let at = 0
    for (const order of this.#orders) {
      flat[at++] = order.length
      flat.set(order, at)
      at += order.length
    }
    return flat
  }
}

/** Makes these the routes; all other jobs are absent then. */
export function restore(tours: Tours, orders: Orders): void {
  for (let vehicle = 0; vehicle < tours.slotOf.length; vehicle++) tours.clear(vehicle)
  let at = 0
  for (let vehicle = 0; vehicle < tours.slotOf.length; vehicle++) {
    const length = orders[at++] as number
    if (length > 0) tours.assign(vehicle, orders.subarray(at, at + length))
    at += length
  }
  tours.keep()
}
