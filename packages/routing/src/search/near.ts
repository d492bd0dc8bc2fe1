import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'

/** The vehicles that serve one of a job's neighbours. */
export class Near {
  readonly #tours: Tours
  readonly #neighbours: Neighbours
  /** Of each vehicle, in which turn it was near last. */
  readonly #turnOf: Int32Array
  #turn = 0

  constructor(tours: Tours, neighbours: Neighbours) {
    this.#tours = tours
    this.#neighbours = neighbours
    this.#turnOf = new Int32Array(tours.slotOf.length)
  }

  look(job: number): void {
    const { vehicleOf } = this.#tours
    const { nearest, count } = this.#neighbours
    const row = this.#neighbours.rowOf(job)
    this.#turn++
    for (let at = row; at < row + count; at++) {
      const vehicle = vehicleOf[nearest[at] as number] as number
      if (vehicle >= 0) this.#turnOf[vehicle] = this.#turn
    }
  }

  has(vehicle: number): boolean {
    return this.#turnOf[vehicle] === this.#turn
  }
}
