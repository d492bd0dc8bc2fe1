import type { Random } from '../random/sfc32.ts'

/** Says yes with a given probability; draws once per yes instead of once per question. */
export class Blink {
  readonly #random: Random
  readonly #perLog: number
  #left = Number.POSITIVE_INFINITY

  constructor(probability: number, random: Random) {
    this.#random = random
    this.#perLog = 1 / Math.log(1 - probability)
    if (probability > 0) this.#draw()
  }

  next(): boolean {
    if (this.#left-- > 0) return false
    this.#draw()
    return true
  }

  #draw(): void {
    this.#left = Math.floor(Math.log(1 - this.#random()) * this.#perLog)
  }
}
