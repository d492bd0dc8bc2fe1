// The best tours so far, copied route by route as they change.
import { IndexSet } from './index-set.ts'
import { flatten, type Orders, routeCosts } from './orders.ts'
import type { Standing } from './standing.ts'

export class BestOrders {
  readonly #tours: Standing
  readonly #routes: Int32Array[]
  readonly #changed: IndexSet
  /** Of each route, by vehicle. */
  readonly costs: Float64Array
  missing = Number.POSITIVE_INFINITY
  cost = Number.POSITIVE_INFINITY

  constructor(tours: Standing) {
    this.#tours = tours
    this.#routes = Array.from(tours.instance.classOf, (_, vehicle) => tours.stopsOf(vehicle))
    this.costs = routeCosts(tours)
    this.#changed = new IndexSet(tours.instance.classOf.length)
  }

  /** The routes that were touched are about to be kept. */
  noteChanges(): void {
    const { touched } = this.#tours
    for (let i = 0; i < touched.length; i++) this.#changed.add(touched[i] as number)
  }

  /** The tours are others altogether. */
  noteAll(): void {
    for (let vehicle = 0; vehicle < this.#routes.length; vehicle++) this.#changed.add(vehicle)
  }

  /** Copies the tours as they are kept, if they are better. */
  update(): void {
    const { keptMissing, keptCost } = this.#tours
    if (keptMissing > this.missing) return
    if (keptMissing === this.missing && keptCost >= this.cost) return
    this.missing = keptMissing
    this.cost = keptCost
    const { members } = this.#changed
    while (members.length > 0) {
      const vehicle = members[members.length - 1] as number
      this.#routes[vehicle] = this.#tours.stopsOf(vehicle)
      this.costs[vehicle] = this.#tours.costOf(vehicle)
      this.#changed.delete(vehicle)
    }
  }

  flat(): Orders {
    return flatten(this.#routes)
  }
}
