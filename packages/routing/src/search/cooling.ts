// How far a search has cooled. One long cooling ends in one local optimum, good or bad by chance, and with many
// iterations a job more of them hardly help; several coolings, each from the best so far, do better then.
import type { Pace } from './search.ts'

/** Coolings of a search that can afford them, and how far a later one is when it begins. */
const COOLINGS = 4
const WARM_AGAIN = 0.2

/** So many iterations a job make several worth it; with fewer than 2,500 several were worse (docs/benchmarks.md). */
const ITERATIONS_PER_JOB = 4000

/** How many iterations there will be is told from this share of the search: its first moments are slow. */
const LOOK_AT = 0.1

export class Cooling {
  readonly #jobs: number
  /** 0: not known yet. */
  #coolings: number
  /** From here on the search is divided in coolings. */
  #from = 0
  #round = 0
  /** Whether the last look began another cooling. */
  beganAnew = false

  /** @param mayRepeat whether the search is made in one go, and of a kind that gains by it */
  constructor(jobs: number, mayRepeat: boolean) {
    this.#jobs = jobs
    this.#coolings = mayRepeat ? 0 : 1
  }

  /** 0: hot, 1: cold. */
  look({ share, iterations }: Pace): number {
    if (this.#coolings === 0) {
      if (share < LOOK_AT) return share
      this.#coolings = iterations / share >= ITERATIONS_PER_JOB * this.#jobs ? COOLINGS : 1
      this.#from = share
    }
    if (this.#coolings === 1) return share
    const at = (this.#coolings * (share - this.#from)) / (1 - this.#from)
    const round = Math.min(this.#coolings - 1, Math.floor(at))
    this.beganAnew = round > this.#round
    this.#round = round
    const begin = round === 0 ? this.#from : WARM_AGAIN
    return begin + (1 - begin) * (at - round)
  }
}
