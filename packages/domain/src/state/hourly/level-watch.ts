// Humidity as high for as long as textile should not lie in it. Fog does that to the whole fleet,
// so it is reason to watch, never to drive.
import type { Evidence } from '../../alert/alert.ts'
import type { DampSettings } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'

/** Hours since 1970, both inclusive. */
export interface HumidityRun {
  readonly from: number
  readonly to: number
}

type WatchLevel = DampSettings['watch'][number]

/** Hours without a reading do not end a run, up to half of its length but a day. */
const longestGap = ({ hours }: WatchLevel): number => Math.min(hours / 2, 24)

export function humidRunAfter(
  run: HumidityRun | null,
  level: WatchLevel,
  hour: number,
  rhPct: number,
): HumidityRun | null {
  if (Number.isNaN(rhPct)) return run
  if (rhPct < level.rhPct) return null
  const goesOn = run !== null && hour - run.to <= longestGap(level) + 1
  return { from: goesOn ? run.from : hour, to: hour }
}

export const runHours = (run: HumidityRun | null): number =>
  run === null ? 0 : run.to - run.from + 1

/** The highest level that is met, as evidence. */
export function humidEvidence(
  runs: readonly (HumidityRun | null)[],
  levels: readonly WatchLevel[],
): Evidence | undefined {
  const met = levels
    .map((level, index) => ({ level, run: runs[index] ?? null }))
    .filter(({ level, run }) => runHours(run) >= level.hours)
    .sort((a, b) => b.level.rhPct - a.level.rhPct)[0]
  if (!met?.run) return undefined
  return {
    cause: 'humidity',
    rh_pct: met.level.rhPct,
    hours: runHours(met.run),
    from_at: met.run.from * HOUR_MS,
    to_at: (met.run.to + 1) * HOUR_MS,
  }
}
