// First half of a round, for some containers: each folded over its own events, and its hours made known.
import { type Container, DAY_MS, type Folded, foldConfigOf, foldEvents } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import type { TelemetryStore } from '@bakwacht/telemetry'
import type { Fleet } from '../fleet.ts'
import type { HoursCache } from '../hours-cache.ts'
import { type Checkpoint, checkpointsBefore } from './checkpoint.ts'
import { gatherEvents } from './gather-events.ts'
import type { Scope } from './scope.ts'

export interface FoldedContainer {
  readonly container: Container
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

/** @param until UTC ms: what is said to be from then on has not happened yet */
export async function foldContainers(
  scope: Scope,
  fleet: Fleet,
  sources: Sources,
  until: number,
): Promise<FoldedContainer[]> {
  const { registry, hours } = sources
  const starts = await checkpointsBefore(registry.folds, scope)
  const events = await gatherEvents(starts, fleet, sources, until)
  const done: FoldedContainer[] = []
  for (const [id, start] of starts) {
    const container = fleet.containers.get(id)
    if (container === undefined) continue
    const config = foldConfigOf(container, fleet.settings, fleet.timezone)
    const folded = foldEvents(start.fold, events.get(id) ?? [], config)
    const fromDay = start.at === 0 ? firstDay(folded) : start.at / DAY_MS
    await hours.load([id], fromDay)
    const goneDays = hours.replace(id, fromDay, folded.days)
    done.push({ container, start, folded, fromDay, goneDays })
  }
  return done
}

/** Far in the future where there is no hour at all. */
const firstDay = ({ days }: Folded): number => Math.min(...days.keys(), 1_000_000)
