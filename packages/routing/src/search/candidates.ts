import type { VehicleClass } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import type { Near } from './near.ts'
import type { Tours } from './tours.ts'

/** The vehicles that may take in one of some jobs: of those at home one of each class. */
export class Candidates {
  readonly #tours: Tours
  readonly vehicles: Int32Array
  count = 0
  /** From here on they are at home. */
  atHome = 0
  readonly #least: Float64Array

  constructor(tours: Tours) {
    this.#tours = tours
    this.vehicles = new Int32Array(2 * tours.slotOf.length + tours.idle.length)
    this.#least = new Float64Array(tours.slots.loads)
  }

  /** For the first `count` of `jobs`; of the vehicles that `near` passes over, none. */
  collect(jobs: ArrayLike<number>, count: number, near: Near | null): void {
    const { instance, used, idle, slotOf } = this.#tours
    const { loads } = this.#tours.slots
    this.#least.fill(Number.POSITIVE_INFINITY)
    for (let n = 0; n < count; n++)
      for (let i = 0; i < loads; i++) {
        const load = instance.load[(jobs[n] as number) * loads + i] as number
        if (load < (this.#least[i] as number)) this.#least[i] = load
      }
    this.count = 0
    // The ruined routes first: they are near, and what they offer spares looking far.
    const { touched } = this.#tours
    for (let i = 0; i < touched.length; i++)
      if ((slotOf[touched[i] as number] as number) >= 0)
        this.vehicles[this.count++] = touched[i] as number
    const { members } = near ?? used
    const most = near?.count ?? members.length
    for (let i = 0; i < most; i++) {
      const vehicle = members[i] as number
      if (this.#tours.isTouched(vehicle)) continue
      if (this.#hasRoom(vehicle)) this.vehicles[this.count++] = vehicle
    }
    this.atHome = this.count
    for (const waiting of idle)
      if (waiting.size > 0)
        this.vehicles[this.count++] = waiting.members[waiting.size - 1] as number
  }

  /** A vehicle was at home and has a route now: another of its class steps in. */
  replace(vehicle: number): void {
    const waiting = this.#tours.idle[this.#tours.instance.classOf[vehicle] as number]
    if (waiting !== undefined && waiting.size > 0 && this.count < this.vehicles.length)
      this.vehicles[this.count++] = waiting.members[waiting.size - 1] as number
  }

  #hasRoom(vehicle: number): boolean {
    const { slots, slotOf, instance } = this.#tours
    const slot = slotOf[vehicle] as number
    const { capacity, unloadCount } = instance.classes[
      instance.classOf[vehicle] as number
    ] as VehicleClass
    if (unloadCount > 0) return true
    for (let i = 0; i < slots.loads; i++) {
      const together = (slots.picked[slot * slots.loads + i] as number) + (this.#least[i] as number)
      if (together > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }
}
