// Second half of a round, for some containers whose neighbours' hours are known: judged, then stored.
import type { Alert } from '@bakwacht/domain'
import type { FoldChange, StateChange } from '@bakwacht/registry'
import type { HoursCache } from '../hours-cache.ts'
import { foldChangeOf } from './fold-change.ts'
import type { FoldedContainer, Sources } from './fold-containers.ts'
import { judgeContainer, type Surroundings } from './judge-container.ts'
import type { Scope } from './scope.ts'

/**
 * @param own whose events are new
 * @returns the alerts that changed
 */
export async function judgeAndKeep(
  containers: readonly FoldedContainer[],
  own: Scope,
  { registry }: Sources,
  surroundings: Surroundings,
): Promise<readonly Alert[]> {
  await loadNeighbours(containers, surroundings)
  const { tick } = surroundings
  const folds: FoldChange[] = []
  const states: StateChange[] = []
  for (const each of containers) {
    const judged = judgeContainer(each, surroundings)
    states.push(judged.change)
    if (own.has(each.container.id) || hasNewCheckpoints(each))
      folds.push(foldChangeOf(each, judged.rules, tick))
  }
  if (folds.length > 0) await registry.folds.save(folds)
  return registry.states.apply(states, tick)
}

/** Brings the hours of all neighbours here, from where each container's own hours begin to be judged. */
async function loadNeighbours(
  containers: readonly FoldedContainer[],
  { fleet, hours }: Pick<Surroundings, 'fleet' | 'hours'>,
): Promise<void> {
  const from = new Map<string, number>()
  // A neighbour's hour may stand for the next ones, over midnight too.
  for (const { container, fromDay } of containers)
    for (const neighbour of fleet.neighbours(container.id))
      from.set(neighbour, Math.min(fromDay - 1, from.get(neighbour) ?? fromDay))
  await loadFrom(from, hours)
}

async function loadFrom(from: ReadonlyMap<string, number>, hours: HoursCache): Promise<void> {
  for (const [day, containers] of Map.groupBy(from, ([, first]) => first))
    await hours.load(
      containers.map(([id]) => id),
      day,
    )
}

const hasNewCheckpoints = ({ start, folded }: FoldedContainer): boolean =>
  folded.checkpoints.some(({ at }) => at !== start.at)
