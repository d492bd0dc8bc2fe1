// When the tours that a search anneals in turn change, and from where it goes on then.
import { BRANCH_AT, Population, populationFor } from './population.ts'
import type { Found, Pace } from './search.ts'

/** Whether a search may anneal several tours, and what the worst gives way to: see {@link Population}. */
export type Branching = 'none' | 'copies' | 'crossings'

/** So many turns each tour has; it cools by the whole search's share meanwhile. */
const TURNS_EACH = 40

export class Turns {
  readonly #jobs: number
  readonly #branching: Branching
  readonly #threads: number
  /** None: there is one tour, for now or for good. */
  #population: Population | null = null
  /** How many have their turn at the same time. */
  #atOnce = 1
  /** The share at which the turn ends. */
  #until: number

  /**
   * @param branching `none` also for a part of a search alone
   * @param threads that anneal one tour each at the same time where there are as many
   */
  constructor(jobs: number, branching: Branching, threads = 1) {
    this.#jobs = jobs
    this.#branching = branching
    this.#threads = threads
    this.#until = branching === 'none' ? Number.POSITIVE_INFINITY : BRANCH_AT
  }

  /** Whether there are several tours. */
  get haveBegun(): boolean {
    return this.#population !== null
  }

  isOver({ share }: Pick<Pace, 'share'>): boolean {
    return share >= this.#until
  }

  /**
   * From where the search goes on if it stands as `reached` tells; `null`: from there.
   * @param reached the tours whose turn it was; before there were several, all that were annealed
   */
  pass(
    { share, iterations }: Pick<Pace, 'share' | 'iterations'>,
    reached: () => readonly Found[],
  ): readonly Found[] | null {
    if (this.#population === null) this.#branch(iterations / share, reached())
    else this.#population.pass(reached(), share)
    if (this.#population === null) return null
    const turns = (TURNS_EACH * this.#population.size) / this.#atOnce
    this.#until = share + (1 - BRANCH_AT) / turns
    return this.#population.next(this.#atOnce)
  }

  #branch(iterations: number, first: readonly Found[]): void {
    const size = populationFor(this.#jobs, iterations, this.#threads)
    if (size >= this.#threads) this.#atOnce = this.#threads
    if (size > 1 && size >= first.length)
      this.#population = new Population(size, first, this.#branching === 'crossings')
    else this.#until = Number.POSITIVE_INFINITY
  }
}
