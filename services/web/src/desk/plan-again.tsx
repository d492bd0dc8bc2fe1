// Asks for the day's plan, the first or another; the page then follows how it comes.
import type { Plan } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../api/ask.ts'
import { keepPlan } from '../api/plans.ts'
import { words } from '../language/words.ts'

interface PlanAgainProps {
  readonly date: string
  readonly depotId: string | null
  readonly children: ReactNode
  readonly className?: string
}

export function PlanAgain({ date, depotId, children, className }: PlanAgainProps) {
  const client = useQueryClient()
  const begin = useMutation({
    mutationFn: () =>
      ask<Plan>('/plans', {
        method: 'POST',
        body: { date, depot_id: depotId },
        headers: { prefer: 'respond-async' },
      }),
    onSuccess: (plan) => keepPlan(client, plan),
  })
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {children}
      </button>
      {begin.isError && (
        <span className="fault" role="alert">
          {words().desk.plan.notStarted}
        </span>
      )}
    </>
  )
}
