import type { NotCollected, Run } from '@bakwacht/domain'
import type { Decision } from '../selection/decision.ts'

/**
 * Everything that the plan leaves out: what selection decided, what could not be reached, what the
 * search left. What one of the plan's own standing runs visits is not left out, so it is not listed.
 */
export function notCollectedOf(
  decisions: readonly Decision[],
  beyond: readonly NotCollected[],
  ownStanding: readonly Run[],
): readonly NotCollected[] {
  const own = new Set(ownStanding.map(({ id }) => id))
  const inOwnRun = new Set(
    ownStanding.flatMap(({ stops }) =>
      stops.flatMap(({ containerId, result }) =>
        containerId !== null && (result === null || result.outcome === 'emptied')
          ? [containerId]
          : [],
      ),
    ),
  )
  const left = decisions.flatMap((decision): NotCollected[] => {
    if (decision.kind !== 'not') return []
    const { container, reason } = decision
    const here = reason.code === 'already_planned' && own.has(String(reason.evidence.run_id))
    const emptied = reason.code === 'emptied_recently' && inOwnRun.has(container.id)
    return here || emptied ? [] : [{ containerId: container.id, reason }]
  })
  return [...left, ...beyond]
}
