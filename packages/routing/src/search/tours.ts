// All routes and what they leave out. Changes are tried on copies of the routes they touch:
// keep() makes them stand, undo() brings back the routes as they were.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import type { LabelLimits } from '../schedule/label-set.ts'
import { Moves } from '../schedule/moves.ts'
import type { Stops } from '../schedule/timetable.ts'
import { bestUnloading } from './best-unloading.ts'
import { IndexSet } from './index-set.ts'
import type { Place } from './insertion.ts'
import { labelLimitsFor } from './label-limits.ts'
import { RouteState } from './route-state.ts'

const ABSENT = -1

/** By vehicle. */
export type Orders = readonly Stops[]

/** How good a set of tours is: first how many mandatory jobs are absent, then money. */
export interface Merit {
  readonly missing: number
  readonly cost: number
}

export class Tours {
  readonly instance: Instance
  readonly limits: LabelLimits
  readonly absent: IndexSet
  /** Mandatory jobs among the absent. */
  missing = 0
  /** The routes and the prizes of absent jobs. */
  cost = 0
  readonly #routes: RouteState[]
  readonly #spares: RouteState[]
  readonly #routeOf: Int32Array
  readonly #touched: IndexSet
  #kept: Merit = { missing: 0, cost: 0 }

  /** All jobs of `jobs` absent, all vehicles at home. */
  constructor(instance: Instance, jobs: readonly number[]) {
    this.limits = labelLimitsFor(instance)
    const moves = new Moves({ instance, limits: this.limits, trace: null })
    const newRoute = (vehicle: CompiledVehicle) => new RouteState(instance, vehicle, moves)
    this.instance = instance
    this.#routes = instance.vehicles.map(newRoute)
    this.#spares = instance.vehicles.map(newRoute)
    this.#routeOf = new Int32Array(instance.jobCount).fill(ABSENT)
    this.#touched = new IndexSet(instance.vehicles.length)
    this.absent = new IndexSet(instance.jobCount)
    for (const job of jobs) this.#leaveOut(job)
    this.keep()
  }

  get routes(): readonly RouteState[] {
    return this.#routes
  }

  get kept(): Merit {
    return this.#kept
  }

  /** Index of the job's vehicle; -1: absent. */
  vehicleOf(job: number): number {
    return this.#routeOf[job] as number
  }

  route(vehicle: number): RouteState {
    return this.#routes[vehicle] as RouteState
  }

  /**
   * Takes these jobs out of the vehicle's route, and all others with them where the rest cannot be
   * driven by itself. Returns what is out now.
   */
  remove(vehicle: number, jobs: readonly number[]): readonly number[] {
    const { stops, cost } = this.route(vehicle)
    for (const job of jobs) this.#leaveOut(job)
    const rest = stops.filter((stop) => stop < 0 || this.vehicleOf(stop) === vehicle)
    const route = this.#touch(vehicle)
    route.assign(rest)
    let out = jobs
    if (route.cost === Number.POSITIVE_INFINITY) {
      out = [...jobs, ...route.jobs]
      for (const job of route.jobs) this.#leaveOut(job)
      route.assign([])
    }
    this.cost += route.cost - cost
    return out
  }

  /**
   * Puts an absent job there. False, and nothing done, where the order turns out not to be drivable
   * after all (possible only where labels are limited).
   */
  insert(job: number, { vehicle, gap, unloadBefore, unloadAfter }: Place): boolean {
    const before = this.route(vehicle)
    const { cost, stops } = before
    const untouched = this.#touched.has(vehicle) ? [...stops] : stops
    if (this.#touched.has(vehicle)) before.insert(job, gap, unloadBefore, unloadAfter)
    else this.#touch(vehicle).assignInserting(before, job, gap, unloadBefore, unloadAfter)
    const route = this.route(vehicle)
    if (route.cost === Number.POSITIVE_INFINITY) {
      route.assign(untouched)
      return false
    }
    this.cost += route.cost - cost
    this.#takeIn(job, vehicle)
    return true
  }

  /** Decides anew where the changed routes unload, for all stops together. */
  refine(): void {
    for (const vehicle of this.#touched.members) {
      const route = this.route(vehicle)
      if (route.vehicle.unloads.length === 0 || route.jobs.length === 0) continue
      const { stops, cost } = route
      const before = [...stops]
      const better = bestUnloading(this.instance, route, this.limits)
      if (better === null) continue
      route.assign(better)
      if (route.cost > cost) route.assign(before)
      this.cost += route.cost - cost
    }
  }

  /** Makes the changes stand. The cost is summed anew, so that rounding does not pile up. */
  keep(): void {
    for (const vehicle of [...this.#touched.members]) this.#touched.delete(vehicle)
    this.cost = 0
    for (const route of this.#routes) this.cost += route.cost
    for (const job of this.absent.members) this.cost += this.instance.prize[job] as number
    this.#kept = { missing: this.missing, cost: this.cost }
  }

  undo(): void {
    const touched = [...this.#touched.members]
    for (const vehicle of touched)
      for (const job of this.route(vehicle).jobs) this.#routeOf[job] = ABSENT
    const tried = touched.flatMap((vehicle) => this.route(vehicle).jobs)
    for (const vehicle of touched) {
      this.#swap(vehicle)
      this.#touched.delete(vehicle)
      for (const job of this.route(vehicle).jobs) {
        this.#routeOf[job] = vehicle
        this.absent.delete(job)
      }
    }
    for (const job of tried) if (this.vehicleOf(job) === ABSENT) this.absent.add(job)
    this.missing = this.#kept.missing
    this.cost = this.#kept.cost
  }

  orders(): Orders {
    return this.#routes.map((route) => [...route.stops])
  }

  /** Makes these the routes; jobs of other routes are absent then. */
  restore(orders: Orders): void {
    for (const route of this.#routes) for (const job of route.jobs) this.#leaveOut(job)
    for (const [vehicle, order] of orders.entries()) {
      this.#touch(vehicle).assign(order)
      for (const stop of order) if (stop >= 0) this.#takeIn(stop, vehicle)
    }
    this.keep()
  }

  #takeIn(job: number, vehicle: number): void {
    this.#routeOf[job] = vehicle
    this.absent.delete(job)
    this.missing -= this.instance.mandatory[job] as number
    this.cost -= this.instance.prize[job] as number
  }

  #leaveOut(job: number): void {
    this.#routeOf[job] = ABSENT
    this.absent.add(job)
    this.missing += this.instance.mandatory[job] as number
    this.cost += this.instance.prize[job] as number
  }

  /** The route to write on; the one before it is kept as the spare. */
  #touch(vehicle: number): RouteState {
    if (this.#touched.add(vehicle)) this.#swap(vehicle)
    return this.route(vehicle)
  }

  #swap(vehicle: number): void {
    const route = this.#routes[vehicle] as RouteState
    this.#routes[vehicle] = this.#spares[vehicle] as RouteState
    this.#spares[vehicle] = route
  }
}
