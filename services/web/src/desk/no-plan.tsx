// A day without a plan: it says so, offers to make one, and shows how the fleet is.
import type { Run } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMay } from '../api/may.ts'
import { fleetQuery } from '../api/queries.ts'
import { words } from '../language/words.ts'
import { DeskMap } from './desk-map.tsx'
import { PlanAgain } from './plan-again.tsx'

interface NoPlanProps {
  readonly date: string
  readonly depotId: string | null
  readonly isPast: boolean
  readonly picker: ReactNode
}

const NO_RUNS: readonly Run[] = []

export function NoPlan({ date, depotId, isPast, picker }: NoPlanProps) {
  const said = words().desk.plan
  const mayPlan = useMay('planner')
  const fleet = useQuery(fleetQuery)
  const [selected, select] = useState<string | null>(null)
  return (
    <div className="no-plan">
      {picker}
      <p>{isPast ? said.nonePast : said.none}</p>
      {mayPlan && !isPast && (
        <PlanAgain date={date} depotId={depotId} title={said.make} className="main" />
      )}
      <DeskMap fleet={fleet} runs={NO_RUNS} selected={selected} onSelect={select} />
    </div>
  )
}
