// The one op that needs the search: which runs are given to it, and what it has to serve.
import type { MayCode, MustCode, Reason, Run } from '@bakwacht/domain'
import { hindrance } from '../hindrance/hindrance.ts'
import { type PlanOp, PlanOpRefused } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { Wanted } from '../selection/decision.ts'
import type { Snapshot } from '../snapshot.ts'
import { runOf } from './draft.ts'

export type Reoptimise = Extract<PlanOp, { op: 'reoptimise' }>

/** The drafts named, or all. @throws PlanOpRefused for a run that is no draft, or when there is none */
export function draftsToReoptimise(op: Reoptimise, planned: PlanWithRuns): readonly Run[] {
  const named = op.runIds?.map((id) => runOf(planned, id, op))
  const standing = named?.find(({ status }) => status !== 'draft')
  if (standing) throw new PlanOpRefused(op, hindrance(`run_${standing.status}`))
  const drafts = named ?? planned.runs.filter(({ status }) => status === 'draft')
  if (drafts.length === 0) throw new PlanOpRefused(op, hindrance('no_draft'))
  return drafts
}

/** Everything in these runs has to be served again, for the same reasons. */
export function wantedAgain(
  runs: readonly Run[],
  { containers }: Pick<Snapshot, 'containers'>,
): readonly Wanted[] {
  return runs.flatMap(({ stops }) =>
    stops.flatMap(({ containerId, reason, expectedKg, expectedL }) => {
      const container = containers.find(({ id }) => id === containerId)
      if (container === undefined) return []
      return [
        {
          container,
          reason: reason as Reason<MustCode | MayCode>,
          expected: { kg: expectedKg, sdKg: Number(reason.evidence.kg_sd ?? 0), l: expectedL },
          prize: null,
        },
      ]
    }),
  )
}

/** The better of the two: what was, unless the search serves the same for less. */
export function betterOf(before: readonly Run[], after: readonly Run[]): readonly Run[] {
  const served = (runs: readonly Run[]) =>
    runs.flatMap(({ stops }) => stops).filter(({ containerId }) => containerId !== null).length
  const cost = (runs: readonly Run[]) => runs.reduce((sum, { totals }) => sum + totals.cost, 0)
  return served(after) === served(before) && cost(after) < cost(before) ? after : before
}
