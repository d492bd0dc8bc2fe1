// Learns densities from what drivers and the depot's scale reported, all of the window again: a corrected
// figure is as if it had been right at once, and the order of arrival means nothing.
import { DAY_MS, learnDensities, type Settings, weighedLoadsOf } from '@bakwacht/domain'
import { putDensities, type Registry } from '@bakwacht/registry'

/** Half a year: winter coats weigh more than summer dresses, and a bin is emptied ten times meanwhile. */
const WINDOW_MS = 180 * DAY_MS

/** What the densities that are stored were learnt from. */
export type LearntFrom = string

/**
 * @param before what this gave the last time; without anything new since, it does nothing
 * @returns what the stored densities are learnt from now
 */
export async function learnFromResults(
  registry: Pick<Registry, 'results' | 'containers' | 'learnt'>,
  settings: Pick<Settings, 'densityKgPerL'>,
  now: number,
  before: LearntFrom | undefined,
): Promise<LearntFrom> {
  const newest = await registry.results.newestRevision()
  const from = `${newest} ${settings.densityKgPerL} ${Math.floor(now / DAY_MS)}`
  if (newest === 0 || from === before) return from
  const trips = await registry.results.trips(now - WINDOW_MS, now + DAY_MS)
  const containers = await registry.containers.all()
  const capacity = new Map(containers.map(({ id, capacityL }) => [id, capacityL]))
  const loads = trips.flatMap((trip) =>
    weighedLoadsOf(
      trip.map((stop) => ({ ...stop, capacityL: capacity.get(stop.containerId ?? '') ?? 0 })),
    ),
  )
  await putDensities(registry.learnt, learnDensities(loads, settings), now)
  return from
}
