// Second half of a round, for some containers: judged, then stored.
import type { Alert } from '@bakwacht/domain'
import type { FoldChange, StateChange } from '@bakwacht/registry'
import { foldChangeOf } from './fold-change.ts'
import type { FoldedContainer, Sources } from './fold-containers.ts'
import type { Surroundings } from './judge-container.ts'
import { judgePart } from './judge-part.ts'
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
  const { tick } = surroundings
  const folds: FoldChange[] = []
  const states: StateChange[] = []
  for (const [each, { change, rules }] of await judgePart(containers, surroundings)) {
    states.push(change)
    if (own.has(each.container.id) || hasNewCheckpoints(each))
      folds.push(foldChangeOf(each, rules, tick))
  }
  if (folds.length > 0) await registry.folds.save(folds)
  return registry.states.apply(states, tick)
}

const hasNewCheckpoints = ({ start, folded }: FoldedContainer): boolean =>
  folded.checkpoints.some(({ at }) => at !== start.at)
