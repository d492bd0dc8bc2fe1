// A plan's travel times are all from roads or all estimated, never some of each.
import { RoadsUnavailable, straightLine, type TravelTimes } from '@bakwacht/roads'
import type { PlannerDependencies } from '../planner-dependencies.ts'

export interface OnRoads<T> {
  readonly result: T
  /** What the result was made with. */
  readonly times: TravelTimes
  /** For the planner: why there are no road times, where there should be. */
  readonly message: string | null
}

/** Does the work on road times; where these fail on the way, does all of it again on estimates. */
export async function onRoads<T>(
  { roads, log }: Pick<PlannerDependencies, 'roads' | 'log'>,
  work: (times: TravelTimes) => Promise<T>,
): Promise<OnRoads<T>> {
  try {
    const times = await roads.current()
    return { result: await work(times), times, message: null }
  } catch (err) {
    if (!(err instanceof RoadsUnavailable)) throw err
    log.warn({ err }, 'no road times: all of the plan is estimated')
    const times = straightLine()
    const message = `No road times: ${err.message}. All times are estimated from straight lines.`
    return { result: await work(times), times, message }
  }
}
