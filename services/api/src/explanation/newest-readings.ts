import { type ContainerState, DAY_MS, type Reading } from '@bakwacht/domain'
import type { ApiContext } from '../context.ts'
import { rangesOf } from '../readings/ranges.ts'

const MOST = 6

/** The last few readings up to the newest that counts, of the day before it; the oldest first. */
export async function newestReadings(
  { registry, telemetry }: Pick<ApiContext, 'registry' | 'telemetry'>,
  containerId: string,
  state: ContainerState | undefined,
): Promise<readonly Reading[]> {
  const newestAt = state?.lastReadingAt ?? null
  if (newestAt === null) return []
  const span = { from: newestAt - DAY_MS, to: newestAt + 1 }
  const ranges = await rangesOf(registry, containerId, span)
  const readings = (await telemetry.recent(ranges)).flat()
  return readings.sort((a, b) => a.observedAt - b.observedAt).slice(-MOST)
}
