import type { Registry } from '@bakwacht/registry'
import type { DirtyDevice, TelemetryStore } from '@bakwacht/telemetry'

/** What is new since the last round. It stays so for whoever comes next until it is settled. */
export interface Claimed {
  readonly dirty: readonly DirtyDevice[]
  readonly touched: Awaited<ReturnType<Registry['touched']['claim']>>
}

/** Bounds a round's memory; the rest waits for the next one. */
const MOST = 5000

export async function claim(
  telemetry: TelemetryStore,
  registry: Registry,
  now: number,
): Promise<Claimed> {
  const [dirty, touched] = await Promise.all([
    telemetry.claimDirty(MOST, now),
    registry.touched.claim(MOST, now),
  ])
  return { dirty, touched }
}

/**
 * @param until UTC ms: what came from then on has not been looked at. Of what was touched it is not known whether
 * there is any; all of it is looked at again as soon as the claim has ended.
 */
export async function settle(
  { dirty, touched }: Claimed,
  telemetry: TelemetryStore,
  registry: Registry,
  until?: number,
): Promise<void> {
  await Promise.all([
    dirty.length > 0 ? telemetry.settleDirty(dirty, until) : undefined,
    touched.length > 0 && until === undefined ? registry.touched.settle(touched) : undefined,
  ])
}
