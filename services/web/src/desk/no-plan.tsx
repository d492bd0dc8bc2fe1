// A day without a plan: it says so, and offers to make one.
import type { ReactNode } from 'react'
import { useMay } from '../api/may.ts'
import { words } from '../language/words.ts'
import { PlanAgain } from './plan-again.tsx'

interface NoPlanProps {
  readonly date: string
  readonly depotId: string | null
  readonly isPast: boolean
  readonly picker: ReactNode
}

export function NoPlan({ date, depotId, isPast, picker }: NoPlanProps) {
  const said = words().desk.plan
  const mayPlan = useMay('planner')
  return (
    <div className="no-plan">
      {picker}
      <p>{isPast ? said.nonePast : said.none}</p>
      {mayPlan && !isPast && (
        <PlanAgain date={date} depotId={depotId} title={said.make} className="main" />
      )}
    </div>
  )
}
