import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'

/** The vehicles that serve one of a job's neighbours, nearest first. */
export class Near {
  readonly #tours: Tours
  readonly #neighbours: Neighbours
  readonly #most: number
  readonly members: Int32Array
  count = 0
  /** Of each vehicle, in which turn it was near last. */
  readonly #turnOf: Int32Array
  #turn = 0

  /** @param most so many neighbours are looked at */
  constructor(tours: Tours, neighbours: Neighbours, most: number) {
    this.#tours = tours
    this.#neighbours = neighbours
    this.#most = Math.min(most, neighbours.count)
    this.members = new Int32Array(tours.slotOf.length)
    this.#turnOf = new Int32Array(tours.slotOf.length)
  }

  look(job: number): void {
    const { vehicleOf } = this.#tours
    const { nearest } = this.#neighbours
    const row = this.#neighbours.rowOf(job)
    this.#turn++
    this.count = 0
    for (let at = row; at < row + this.#most; at++) {
      const vehicle = vehicleOf[nearest[at] as number] as number
      if (vehicle < 0 || this.#turnOf[vehicle] === this.#turn) continue
      this.#turnOf[vehicle] = this.#turn
      this.members[this.count++] = vehicle
    }
  }
}
