import type { Neighbours } from './neighbours.ts'

/** Routes as few as these are all looked at; of more, those alone that serve one of so many neighbours. */
export interface Looks {
  readonly fewRoutes: number
  readonly neighbours: number
}

/** Where time does not count, and where it does: there each look is dear. */
export const PLAIN_LOOKS: Looks = { fewRoutes: 80, neighbours: 120 }
export const TIMED_LOOKS: Looks = { fewRoutes: 12, neighbours: 150 }

/** In this share of iterations all routes are looked at nevertheless. */
export const LOOK_EVERYWHERE = 0.1

/** The vehicles that serve one of a job's neighbours, nearest first. */
export class Near {
  readonly #vehicleOf: Int32Array
  readonly #neighbours: Neighbours
  readonly #most: number
  readonly members: Int32Array
  count = 0
  /** Of each vehicle, in which turn it was near last. */
  readonly #turnOf: Int32Array
  #turn = 0

  /**
   * @param vehicleOf of each job; -1: none
   * @param most so many neighbours are looked at
   */
  constructor(vehicleOf: Int32Array, vehicles: number, neighbours: Neighbours, most: number) {
    this.#vehicleOf = vehicleOf
    this.#neighbours = neighbours
    this.#most = Math.min(most, neighbours.count)
    this.members = new Int32Array(vehicles)
    this.#turnOf = new Int32Array(vehicles)
  }

  look(job: number): void {
    const vehicleOf = this.#vehicleOf
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
