// First half of a round: every container in scope folded over its own events.
import { DAY_MS, type Folded, foldConfigOf, foldEvents } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import type { TelemetryStore } from '@bakwacht/telemetry'
import type { Fleet } from '../fleet.ts'
import type { HoursCache } from '../hours-cache.ts'
import { type Checkpoint, checkpointsBefore } from './checkpoint.ts'
import { gatherEvents } from './gather-events.ts'
import type { Scope } from './scope.ts'
import { inSlices } from './slices.ts'

export interface FoldedContainer {
  readonly start: Checkpoint
  readonly folded: Folded
  /** Where its hours begin to be other than before, as a UTC day. */
  readonly fromDay: number
  /** Days that had hours and have none any more. */
  readonly goneDays: readonly number[]
}

export interface Sources {
  readonly telemetry: TelemetryStore
  readonly registry: Registry
  readonly hours: HoursCache
}

export async function foldContainers(
  scope: Scope,
  fleet: Fleet,
  sources: Sources,
  until: number,
): Promise<Map<string, FoldedContainer>> {
  const done = new Map<string, FoldedContainer>()
  const daysOf = ([, since]: readonly [string, number]) => (until - since) / DAY_MS
  await inSlices([...scope], daysOf, async (slice) => {
    const starts = await checkpointsBefore(sources.registry.folds, new Map(slice))
    const events = await gatherEvents(starts, fleet, sources, until)
    for (const [id, start] of starts) {
      const container = fleet.containers.get(id)
      if (container === undefined) continue
      const config = foldConfigOf(container, fleet.settings)
      const folded = foldEvents(start.fold, events.get(id) ?? [], config)
      const fromDay = start.at === 0 ? firstDay(folded) : start.at / DAY_MS
      await sources.hours.load([id], fromDay)
      const goneDays = sources.hours.replace(id, fromDay, folded.days)
      done.set(id, { start, folded, fromDay, goneDays })
    }
  })
  return done
}

/** Far in the future where there is no hour at all. */
const firstDay = ({ days }: Folded): number => Math.min(...days.keys(), 1_000_000)
