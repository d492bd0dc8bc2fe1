import { compile } from './compile/compile.ts'
import type { Problem } from './problem.ts'
import { report } from './report/report.ts'
import { Limit } from './search/limit.ts'
import { Search } from './search/search.ts'
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
  const search = createSearch(problem, options.seed)
  search.build()
  search.run(limit, options.onProgress)
  search.finish(search.best)
  const { iterations, seconds } = limit
  return solutionOf(problem, search, { iterations, seconds, seed: options.seed })
}

/** A search that its caller paces, over a problem that is valid. */
export const createSearch = (problem: Problem, seed: number): Search =>
  new Search(compile(problem), seed)

/** What a finished search of the problem found. */
export const solutionOf = (
  problem: Problem,
  search: Search,
  run: Pick<Solution, 'iterations' | 'seconds' | 'seed'>,
): Solution => report(problem, search.tours, run)
