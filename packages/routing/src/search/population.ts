// Several tours of one problem, annealed in turn: now and then the worst of them gives way to the best, with what
// others do better in places ("population annealing", with crossing.ts where vehicles are alike). One long cooling
// ends in one local optimum, good or bad by chance, and with many iterations a job more of them hardly help;
// choosing among several does then (docs/benchmarks.md).
import { crossed } from './crossing.ts'
import type { Found } from './search.ts'

/** Until this share of a search there is one: its first moments are slow, and tell how many can be afforded. */
export const BRANCH_AT = 0.1

/** With fewer iterations a job one alone does best. */
const LEAST_PER_JOB = 4000

/** What each takes of them: by job, and by pair of jobs, since large tours gain less by choice than by patience. */
const PER_JOB = 1250
const PER_PAIR = 4
const MOST = 12

/** Twice as many as there are give way, evenly over the search from this share of it on. */
const CHOOSE_FROM = 0.3
const CHOICES_EACH = 2

/**
 * How many tours to anneal where there will be so many iterations for so many jobs.
 * @param atOnce so many can be annealed at the same time: there are as many, or several times that, or too few
 */
export function populationFor(jobs: number, iterations: number, atOnce = 1): number {
  if (iterations < LEAST_PER_JOB * jobs) return 1
  const each = jobs * Math.max(PER_JOB, PER_PAIR * jobs)
  const size = Math.max(1, Math.min(Math.max(MOST, atOnce), Math.floor(iterations / each)))
  return size < atOnce ? size : size - (size % atOnce)
}

export class Population {
  readonly #members: Found[]
  readonly #mayCross: boolean
  #turn = 0
  #choices = 0

  /**
   * @param first they begin as these, in turn
   * @param mayCross whether vehicles are all alike
   */
  constructor(size: number, first: readonly Found[], mayCross: boolean) {
    this.#mayCross = mayCross
    this.#members = Array.from({ length: size }, (_, i) => first[i % first.length] as Found)
  }

  get size(): number {
    return this.#members.length
  }

  /** Whose turn it is, so many of them: the size is a multiple of that. */
  next(atOnce: number): readonly Found[] {
    return this.#members.slice(this.#turn, this.#turn + atOnce)
  }

  /**
   * Ends the turn of as many members.
   * @param reached where they stand now
   * @param share how far the search is, 0…1
   */
  pass(reached: readonly Found[], share: number): void {
    this.#members.splice(this.#turn, reached.length, ...reached)
    this.#turn = (this.#turn + reached.length) % this.size
    if (this.#turn === 0 && this.#isChoiceDue(share)) this.#choose()
  }

  #isChoiceDue(share: number): boolean {
    const due = ((share - CHOOSE_FROM) / (1 - CHOOSE_FROM)) * CHOICES_EACH * this.size
    return due >= this.#choices + 1
  }

  #choose(): void {
    this.#choices++
    this.#members.sort((a, b) => a.missing - b.missing || a.cost - b.cost)
    const best = this.#members[0] as Found
    this.#members[this.size - 1] = this.#mayCross ? this.#members.reduce(crossed) : best
  }
}
