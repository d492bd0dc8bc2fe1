import type { LonLat, VehicleSize } from '@bakwacht/domain'
import type { TravelMatrix, TravelTimes } from '@bakwacht/roads'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/** A first plan on a new map may take many minutes: somebody may be watching the log. */
const TELL_EVERY_MS = 10_000

/** One matrix for each size of vehicle, in their order. */
export async function matricesFor(
  points: readonly LonLat[],
  sizes: readonly VehicleSize[],
  travelTimes: TravelTimes,
  { log, clock }: Pick<PlannerDependencies, 'log' | 'clock'>,
): Promise<readonly TravelMatrix[]> {
  let toldAt = clock()
  const onProgress = (share: number) => {
    if (clock() - toldAt < TELL_EVERY_MS) return
    toldAt = clock()
    log.info({ places: points.length, percent: Math.round(100 * share) }, 'finding road times')
  }
  return Promise.all(sizes.map((size) => travelTimes.matrix(points, size, { onProgress })))
}
