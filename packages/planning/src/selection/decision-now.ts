import { planDateAt } from '../calendar/plan-date.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Decision } from './decision.ts'
import { selectBins } from './select-bins.ts'

/** What would be decided for one container if the next plan were made now. */
export interface DecisionNow extends Pick<Decision, 'kind' | 'reason'> {
  /** Local date of that plan. */
  readonly date: string
}

/**
 * @param snapshot with this container alone, or with all; `undefined`: it is not among them
 * @returns the reason without a prize: what a visit is worth depends on the others
 */
export function decisionNow(snapshot: Snapshot, containerId: string): DecisionNow | undefined {
  const date = planDateAt(snapshot)
  const containers = snapshot.containers.filter(({ id }) => id === containerId)
  const [decision] = selectBins({ ...snapshot, containers }, date, null)
  if (decision === undefined) return undefined
  const evidence = Object.fromEntries(
    Object.entries(decision.reason.evidence).filter(([key]) => !isPrize(key)),
  )
  return { date, kind: decision.kind, reason: { ...decision.reason, evidence } }
}

const isPrize = (key: string): boolean => key.startsWith('prize_') || key === 'later_visit_date'
