// Who drives each route, what it costs them, and what they can carry. A vehicle at home drives a route without
// stops; who drives one with stops may change places with it.
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import { EPSILON } from '../../tolerance.ts'
import { IndexSet } from '../index-set.ts'

export class Drivers {
  readonly #instance: Instance
  // By class.
  /** What driving and service cost, as a multiple of what they cost the first. */
  readonly rates: Float64Array
  readonly fixedCosts: Float64Array
  /** Whether some may not serve all that they can carry. */
  readonly areChoosy: boolean
  // By route.
  readonly vehicle: Int32Array
  readonly class: Int32Array
  readonly rate: Float64Array
  readonly fixedCost: Float64Array
  /** With the tolerance; `route * loadCount + dimension`. */
  readonly capacity: Float64Array
  /** By vehicle. */
  readonly routeOf: Int32Array
  /** By class: routes without stops that may get some. */
  readonly idle: readonly IndexSet[]
  /** Routes whose drivers changed places since the last {@link keep}, in pairs. */
  readonly #swaps: number[] = []

  constructor(instance: Instance, rates: Float64Array) {
    const { classes, classOf, loadCount, jobCount, allowed, load } = instance
    const vehicles = classOf.length
    this.#instance = instance
    this.rates = rates
    this.fixedCosts = Float64Array.from(classes, ({ fixedCost }) => fixedCost)
    this.areChoosy = classes.some(({ index, capacity }) =>
      Array.from({ length: jobCount }, (_, job) => job).some(
        (job) =>
          allowed[index * jobCount + job] === 0 &&
          capacity.every((most, n) => (load[job * loadCount + n] as number) <= most + EPSILON),
      ),
    )
    this.vehicle = new Int32Array(vehicles)
    this.class = new Int32Array(vehicles)
    this.rate = new Float64Array(vehicles)
    this.fixedCost = new Float64Array(vehicles)
    this.capacity = new Float64Array(vehicles * loadCount)
    this.routeOf = new Int32Array(vehicles)
    this.idle = classes.map(() => new IndexSet(vehicles))
  }

  /** Each vehicle drives the route of its number, and none is at hand. */
  reset(): void {
    for (const waiting of this.idle) waiting.clear()
    this.#swaps.length = 0
    for (let vehicle = 0; vehicle < this.vehicle.length; vehicle++) this.#set(vehicle, vehicle)
  }

  /** Whether the class may serve the job, if there is room. */
  allows(index: number, job: number): boolean {
    const { allowed, jobCount } = this.#instance
    return allowed[index * jobCount + job] === 1
  }

  /** Drivers of the two routes change places. */
  swap(one: number, other: number): void {
    this.#exchange(one, other)
    this.#swaps.push(one, other)
  }

  keep(): void {
    this.#swaps.length = 0
  }

  undo(): void {
    const swaps = this.#swaps
    while (swaps.length > 0) this.#exchange(swaps.pop() as number, swaps.pop() as number)
  }

  #exchange(one: number, other: number): void {
    const vehicle = this.vehicle[one] as number
    this.#hire(one, this.vehicle[other] as number)
    this.#hire(other, vehicle)
  }

  #hire(route: number, vehicle: number): void {
    const wasIdle = this.idle[this.class[route] as number]?.delete(route)
    this.#set(route, vehicle)
    if (wasIdle) this.idle[this.class[route] as number]?.add(route)
  }

  #set(route: number, vehicle: number): void {
    const { classOf, classes, loadCount } = this.#instance
    const index = classOf[vehicle] as number
    const { capacity } = classes[index] as VehicleClass
    this.vehicle[route] = vehicle
    this.routeOf[vehicle] = route
    this.class[route] = index
    this.rate[route] = this.rates[index] as number
    this.fixedCost[route] = this.fixedCosts[index] as number
    for (let n = 0; n < loadCount; n++)
      this.capacity[route * loadCount + n] = (capacity[n] as number) + EPSILON
  }
}
