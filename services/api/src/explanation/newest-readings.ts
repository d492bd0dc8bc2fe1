import { type ContainerState, DAY_MS, HOUR_MS, type Reading } from '@bakwacht/domain'
import type { ApiContext } from '../context.ts'
import { rangesOf } from '../readings/ranges.ts'

const MOST = 6
/** Some report every few minutes, some thrice a day: as far back as it takes, and no farther. */
const LOOKED_BACK_MS = [2 * HOUR_MS, DAY_MS, 3 * DAY_MS]

/** The last few readings up to the newest that counts; the oldest first. */
export async function newestReadings(
  { registry, telemetry }: Pick<ApiContext, 'registry' | 'telemetry'>,
  containerId: string,
  state: ContainerState | undefined,
): Promise<readonly Reading[]> {
  const newestAt = state?.lastReadingAt ?? null
  if (newestAt === null) return []
  let found: readonly Reading[] = []
  for (const backMs of LOOKED_BACK_MS) {
    const span = { from: newestAt - backMs, to: newestAt + 1 }
    const ranges = await rangesOf(registry, containerId, span)
    found = (await telemetry.recent(ranges)).flat()
    if (found.length >= MOST) break
  }
  return found.toSorted((a, b) => a.observedAt - b.observedAt).slice(-MOST)
}
