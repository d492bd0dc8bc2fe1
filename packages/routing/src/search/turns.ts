// When the tours that a search anneals in turn change, and from where it goes on then.
import { BRANCH_AT, Population, populationFor } from './population.ts'
import type { Found, Pace } from './search.ts'

/** So many turns each tour has; it cools by the whole search's share meanwhile. */
const TURNS_EACH = 40

export class Turns {
  readonly #jobs: number
  /** None: there is one tour, for now or for good. */
  #population: Population | null = null
  /** The share at which the turn ends. */
  #until: number

  /** @param mayBranch whether it is all of a search, and of a kind that gains by choice */
  constructor(jobs: number, mayBranch: boolean) {
    this.#jobs = jobs
    this.#until = mayBranch ? BRANCH_AT : Number.POSITIVE_INFINITY
  }

  isOver({ share }: Pick<Pace, 'share'>): boolean {
    return share >= this.#until
  }

  /** From where the search goes on if it stands as `reached` tells; `null`: from there. */
  pass(
    { share, iterations }: Pick<Pace, 'share' | 'iterations'>,
    reached: () => Found,
  ): Found | null {
    this.#population ??= this.#branch(iterations / share, reached)
    if (this.#population === null) return null
    this.#until = share + (1 - BRANCH_AT) / (TURNS_EACH * this.#population.size)
    return this.#population.pass(reached(), share)
  }

  #branch(iterations: number, reached: () => Found): Population | null {
    const size = populationFor(this.#jobs, iterations)
    if (size > 1) return new Population(size, reached())
    this.#until = Number.POSITIVE_INFINITY
    return null
  }
}
