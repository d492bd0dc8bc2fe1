import type { PlannerDependencies } from '../planner-dependencies.ts'
import type { SearchOptions } from './solver.ts'

/** A large depot is searched for a minute: somebody may be watching the log. */
const TELL_EVERY_MS = 10_000

export function tellProgress(
  depotId: string,
  { log, clock }: Pick<PlannerDependencies, 'log' | 'clock'>,
): NonNullable<SearchOptions['onProgress']> {
  let toldAt = clock()
  return ({ share, bestCost }) => {
    if (clock() - toldAt < TELL_EVERY_MS) return
    toldAt = clock()
    log.info({ depotId, percent: Math.round(100 * share), bestCost }, 'searching')
  }
}
