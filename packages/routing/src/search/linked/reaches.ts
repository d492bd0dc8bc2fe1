// How far linked routes reach from a stop in their middle, which bounds what a detour between their stops costs.
import type { LinkedTours } from './linked-tours.ts'

type Routes = Pick<
  LinkedTours,
  'instance' | 'base' | 'next' | 'previous' | 'arcs' | 'enteredAt' | 'count'
>

export class Reaches {
  readonly #routes: Routes
  /**
   * By route: one of its sites, and the most that it costs to drive from there to a stop, on to the next and back;
   * found when first asked for. Where no detour is shorter than the direct way, one between two of its stops costs at
   * least as much as going from the centre to a job and back, less the reach.
   */
  readonly #centre: Int32Array
  readonly #reach: Float64Array
  readonly #isMeasured: Uint8Array
  readonly #wasMeasured: Uint8Array

  constructor(routes: Routes) {
    const { length } = routes.count
    this.#routes = routes
    this.#centre = new Int32Array(length)
    this.#reach = new Float64Array(length)
    this.#isMeasured = new Uint8Array(length)
    this.#wasMeasured = new Uint8Array(length)
  }

  /** The least detour between two stops. @param here row of the job's site */
  leastDetour(route: number, here: number): number {
    const { driveCost, driveCostTo } = this.#routes.base
    if (this.#isMeasured[route] === 0) this.#measure(route)
    const middle = here + (this.#centre[route] as number)
    const away = (driveCost[middle] as number) + (driveCostTo[middle] as number)
    return away - (this.#reach[route] as number)
  }

  /** Of a route that changes. */
  forget(route: number): void {
    this.#wasMeasured[route] = this.#isMeasured[route] as number
    this.#isMeasured[route] = 0
  }

  /** Of one that is as it was when it was forgotten, and was not measured since. */
  restore(route: number): void {
    this.#isMeasured[route] = this.#wasMeasured[route] as number
  }

  #measure(route: number): void {
    const { next, previous, enteredAt, arcs, count, base, instance } = this.#routes
    const { driveCost, driveCostTo, size } = base
    const home = instance.jobCount + route
    const first = next[home] as number
    let node = first
    for (let i = (count[route] as number) >> 1; i > 0; i--) node = next[node] as number
    const centre = enteredAt[node] as number
    const middle = centre * size
    let most = 0
    for (node = first; node !== previous[home]; node = next[node] as number) {
      const after = enteredAt[next[node] as number] as number
      const round =
        (driveCost[middle + (enteredAt[node] as number)] as number) +
        (arcs[node] as number) +
        (driveCostTo[middle + after] as number)
      if (round > most) most = round
    }
    this.#centre[route] = centre
    this.#reach[route] = most
    this.#isMeasured[route] = 1
  }
}
