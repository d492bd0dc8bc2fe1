import { cheapestOf, fleetsToSearch } from '@bakwacht/planning'
import type { Problem, Solution } from '@bakwacht/routing'
import type { SearchOptions, Solver } from './solver.ts'

/** Of the time, where the fleet is mixed, for all vehicles together; the types share the rest. */
const FOR_ALL = 0.7

/** Searches with all vehicles and, of a mixed fleet, with those of each type alone, one after the other. */
export async function searchFleets(
  solver: Solver,
  problem: Problem,
  { seed, seconds, onProgress }: SearchOptions,
): Promise<Solution> {
  const [all, ...types] = fleetsToSearch(problem)
  const share = types.length > 0 ? FOR_ALL : 1
  const whole = await solver.solve(all, {
    ...{ seed, seconds: seconds * share },
    ...(onProgress && {
      onProgress: (told) => onProgress({ ...told, share: told.share * share }),
    }),
  })
  const parts: Solution[] = []
  for (const part of types)
    parts.push(await solver.solve(part, { seed, seconds: (seconds * (1 - share)) / types.length }))
  return cheapestOf(whole, parts)
}
