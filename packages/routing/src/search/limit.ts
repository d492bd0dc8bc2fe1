import { ProblemError } from '../problem-error.ts'
import type { SolveOptions } from '../solution.ts'

/** The clock is asked, and cancellation looked for, once in so many iterations. */
const CLOCK_EVERY = 8

/** When the search ends, and how far it is. Without `seconds` the clock decides nothing. */
export class Limit {
  readonly #options: SolveOptions
  readonly #started: number
  readonly isWhole = true
  #ended = false
  iterations = 0
  /** Elapsed part of the limit, 0…1: of time or of iterations, whichever is further. */
  share = 0

  /** @throws ProblemError where neither seconds nor iterations bound the search */
  constructor(options: SolveOptions) {
    const { seconds, iterations, seed } = options
    if (seconds === undefined && iterations === undefined)
      throw new ProblemError('options', 'seconds', 'absent', 'seconds or iterations')
    for (const [field, value] of Object.entries({ seconds, iterations }))
      if (value !== undefined && !(value >= 0))
        throw new ProblemError('options', field, value, 'a number ≥ 0')
    if (!Number.isSafeInteger(seed)) throw new ProblemError('options', 'seed', seed, 'an integer')
    this.#options = options
    this.#started = options.clock()
    this.#look()
  }

  get seconds(): number {
    return (this.#options.clock() - this.#started) / 1000
  }

  /** Whether there is another iteration; counts it. */
  next(): boolean {
    if (this.iterations % CLOCK_EVERY === 0) this.#look()
    if (this.#ended) return false
    if (this.iterations >= (this.#options.iterations ?? Number.POSITIVE_INFINITY)) {
      this.share = 1
      return false
    }
    this.iterations++
    return true
  }

  #look(): void {
    const { seconds, iterations, cancelled } = this.#options
    const ofTime = seconds === undefined ? 0 : seconds === 0 ? 1 : this.seconds / seconds
    const ofIterations = iterations === undefined ? 0 : this.iterations / Math.max(1, iterations)
    this.share = Math.min(1, Math.max(ofTime, ofIterations))
    this.#ended = ofTime >= 1 || cancelled?.() === true
  }
}
