import { type Job, type Problem, type Solution, solve } from '@bakwacht/routing'

type Day = Omit<Problem, 'jobs'>

/** More than any route: a visit that cannot be made is worth every way around it. */
const UNSERVED_COST = 1e6
const SEED = 1

/** What serving a set of jobs on a day costs, searched once for each set. */
export class DayRoutes {
  readonly #jobs: readonly Job[]
  readonly #known = new Map<Day, Map<string, number>>()

  constructor(jobs: readonly Job[]) {
    this.#jobs = jobs
  }

  /** @param jobs indexes, ascending */
  cost(day: Day, jobs: readonly number[]): number {
    const known = this.#known.get(day) ?? new Map<string, number>()
    this.#known.set(day, known)
    const key = jobs.join()
    const before = known.get(key)
    if (before !== undefined) return before
    const cost = costOf(this.routes(day, jobs, 100 + 15 * jobs.length))
    known.set(key, cost)
    return cost
  }

  routes(day: Day, jobs: readonly number[], iterations: number): Solution {
    const problem = { ...day, jobs: jobs.flatMap((index) => this.#jobs[index] ?? []) }
    return solve(problem, { seed: SEED, iterations, clock: () => 0 })
  }
}

export const costOf = ({ cost, unserved }: Solution): number =>
  cost + unserved.length * UNSERVED_COST
