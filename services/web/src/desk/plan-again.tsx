// Asks for the day's plan, the first or another; the page then follows how it comes.
import type { Plan } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { keepPlan } from '../api/plans.ts'
import { words } from '../language/words.ts'
import { rememberDone } from './change/undo-store.ts'

interface PlanAgainProps {
  readonly date: string
  readonly depotId: string | null
  /** What the button says. */
  readonly title: string
  readonly className?: string
}

export function PlanAgain({ date, depotId, title, className }: PlanAgainProps) {
  const client = useQueryClient()
  const begin = useMutation({
    mutationFn: () =>
      ask<Plan>('/plans', {
        method: 'POST',
        body: { date, depot_id: depotId },
        headers: { prefer: 'respond-async' },
      }),
    onSuccess(plan) {
      keepPlan(client, plan)
      // It stands there as being made; made, it is one version further.
      const { id, version } = plan
      if (version > 1) rememberDone(client, id, { title, before: version - 1, after: version + 1 })
    },
  })
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {title}
      </button>
      {begin.isError && (
        <span className="fault" role="alert">
          {words().desk.plan.notStarted}
        </span>
      )}
    </>
  )
}
