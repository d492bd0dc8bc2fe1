import { DAY_MS, emptyDay, LATE_AFTER_MS, packDay, type RulesRun } from '@bakwacht/domain'
import type { FoldChange } from '@bakwacht/registry'
import { packCheckpoint } from './checkpoint.ts'
import type { FoldedContainer } from './fold-containers.ts'

/** A little longer than an event may be late. */
const KEPT_MS = LATE_AFTER_MS + 2 * DAY_MS

/** What of a container's new folding has to be kept for the next time. */
export function foldChangeOf(
  { container, start, folded, goneDays }: FoldedContainer,
  rules: RulesRun,
  tick: number,
): FoldChange {
  const containerId = container.id
  const keepFrom = tick - KEPT_MS
  // Hours before a later midnight are not complete yet; the one we started from is stored already.
  const midnights = folded.checkpoints.filter(({ at }) => at !== start.at && at <= tick)
  const lastBefore = Math.max(...midnights.map(({ at }) => at).filter((at) => at < keepFrom))
  const kept = midnights.filter(({ at }) => at >= keepFrom || at === lastBefore)
  return {
    containerId,
    replacesFrom: start.at,
    keepFrom,
    checkpoints: kept.map(({ at, state }) => ({
      containerId,
      at,
      state: packCheckpoint({ fold: state, rules: rules.atMidnight(at) }),
    })),
    days: [
      ...[...folded.days].map(([day, hours]) => ({ containerId, day, hours: packDay(hours) })),
      ...goneDays.map((day) => ({ containerId, day, hours: packDay(emptyDay()) })),
    ],
  }
}
