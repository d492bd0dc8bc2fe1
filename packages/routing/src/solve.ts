import { compile } from './compile/compile.ts'
import type { Problem } from './problem.ts'
import { sfc32 } from './random/sfc32.ts'
import { report } from './report/report.ts'
import { Limit } from './search/limit.ts'
import { serveableJobs } from './search/serveable.ts'
import { sisr } from './search/sisr.ts'
import { Tours } from './search/tours.ts'
import type { Solution, SolveOptions } from './solution.ts'
import { validate } from './validate.ts'

/**
 * The best solution found within the limit. What cannot be served is named with its reason; an
 * infeasible problem is no error. Synchronous: it occupies its thread until it ends.
 * @throws ProblemError on a malformed problem or options
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  validate(problem)
  const limit = new Limit(options)
  const instance = compile(problem)
  const jobs = serveableJobs(instance)
  const tours = new Tours(instance, jobs)
  if (jobs.length > 0) sisr(tours, jobs, limit, sfc32(options.seed), options.onProgress)
  return report(problem, tours, {
    iterations: limit.iterations,
    seconds: limit.seconds,
    seed: options.seed,
  })
}
