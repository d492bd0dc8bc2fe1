// Jobs without a prize are mandatory. Only where not all of them can be served do VROOM's priorities
// decide: the greatest sum of priorities first, then the most jobs, then the cost.
import type { VroomJob } from './vroom-input.ts'

/** Sums of doubles stay exact to a thousandth below this. */
const LARGEST_SUM = 2 ** 43

/**
 * What leaving each job out shall cost the search; `null`: mandatory. Where priorities differ, jobs
 * without a prize get one beyond any route's cost, so high that the order above holds (for very many
 * jobs and very long ways at once: beyond a share of the routes' cost, for the sake of exact sums).
 * @param mostCost that no solution's routes can exceed
 */
export function searchPrizes(jobs: readonly VroomJob[], mostCost: number): (number | null)[] {
  const mandatory = jobs.filter(({ prize }) => prize === undefined)
  const priorities = mandatory.map(({ priority }) => priority)
  if (new Set(priorities).size <= 1) return jobs.map(({ prize }) => prize ?? null)
  const aboveCount = mandatory.length + 1
  const steps = (priority: number) => priority * aboveCount + 1
  const sum = priorities.reduce((total, priority) => total + steps(priority), 0)
  const beyondCost = Math.min(mostCost + 1, LARGEST_SUM / sum)
  return jobs.map(({ prize, priority }) => prize ?? beyondCost * steps(priority))
}
