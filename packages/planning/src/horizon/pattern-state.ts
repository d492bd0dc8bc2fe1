import type { DayRoutes } from './day-routes.ts'
import type { HorizonProblem } from './horizon-problem.ts'
import type { VisitPattern } from './visit-patterns.ts'

/** A choice of pattern for one job: its index, and that of the pattern; -1: not chosen yet. */
export interface Choice {
  readonly job: number
  readonly pattern: number
}

/** Which pattern each job has, which jobs each day has, and what the days cost. */
export class PatternState {
  readonly #problem: HorizonProblem
  readonly #routes: DayRoutes
  readonly #chosen: number[]
  #jobsOn: readonly (readonly number[])[]
  #costs: readonly number[]

  constructor(problem: HorizonProblem, routes: DayRoutes) {
    this.#problem = problem
    this.#routes = routes
    this.#chosen = problem.jobs.map(() => -1)
    this.#jobsOn = problem.days.map(() => [])
    this.#costs = problem.days.map(() => 0)
  }

  get cost(): number {
    return this.#costs.reduce((sum, cost) => sum + cost, 0)
  }

  get chosen(): readonly number[] {
    return this.#chosen
  }

  jobsOn(day: number): readonly number[] {
    return this.#jobsOn[day] ?? []
  }

  patternOf(job: number): VisitPattern {
    return this.#problem.jobs[job]?.patterns[this.#chosen[job] ?? -1] ?? []
  }

  /** Makes the choices all at once; `undo` takes them back, `cost` is what the days then cost. */
  try(choices: readonly Choice[]): { readonly cost: number; undo(): void } {
    const before = { jobsOn: this.#jobsOn, costs: this.#costs }
    const chosen = choices.map(({ job }) => ({ job, pattern: this.#chosen[job] ?? -1 }))
    const left = new Map(choices.map(({ job }) => [job, this.patternOf(job)]))
    for (const { job, pattern } of choices) this.#chosen[job] = pattern
    this.#jobsOn = this.#jobsOn.map((jobs, day) => {
      const gone = jobs.filter((job) => !left.has(job))
      const come = choices.filter(({ job }) => this.patternOf(job).includes(day))
      if (gone.length === jobs.length && come.length === 0) return jobs
      const now = [...gone, ...come.map(({ job }) => job)].toSorted((a, b) => a - b)
      return now.length === jobs.length && now.every((job, i) => job === jobs[i]) ? jobs : now
    })
    this.#costs = this.#problem.days.map((day, index) => {
      const jobs = this.jobsOn(index)
      return jobs === before.jobsOn[index]
        ? (before.costs[index] ?? 0)
        : this.#routes.cost(day, jobs)
    })
    return {
      cost: this.cost,
      undo: () => {
        for (const { job, pattern } of chosen) this.#chosen[job] = pattern
        this.#jobsOn = before.jobsOn
        this.#costs = before.costs
      },
    }
  }
}
