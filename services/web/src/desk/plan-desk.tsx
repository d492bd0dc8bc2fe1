// One plan: its figures and buttons on top, its runs beside the map, what was left out and what is wrong below.
import type { Plan } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useMay } from '../api/may.ts'
import { fleetQuery, vehiclesQuery } from '../api/queries.ts'
import { AlertList } from './alerts/alert-list.tsx'
import { ChangeBar } from './change/change-bar.tsx'
import { usePlanEdit } from './change/use-plan-edit.ts'
import { DeskContext, type DeskState } from './desk-context.ts'
import { DeskMap } from './desk-map.tsx'
import { FindBin } from './left-out/find-bin.tsx'
import { LeftOutList } from './left-out/left-out-list.tsx'
import { ofDepot } from './of-depot.ts'
import { PlanHead } from './plan-head.tsx'
import { drivenRuns } from './runs/plan-sums.ts'
import { RunList } from './runs/run-list.tsx'

interface PlanDeskProps {
  readonly plan: Plan
  /** Only what belongs to this depot is shown. */
  readonly depotId: string | null
  readonly isPast: boolean
  readonly picker: ReactNode
}

export function PlanDesk({ plan, depotId, isPast, picker }: PlanDeskProps) {
  const fleet = useQuery(fleetQuery)
  const vehicles = useQuery(vehiclesQuery).data
  const mayPlan = useMay('planner')
  const edit = usePlanEdit(plan)
  const [selected, select] = useState<string | null>(null)
  const priced = edit.proposal?.priced ?? plan

  const bins = useMemo(
    () => new Map(fleet.data?.features.map(({ id, properties }) => [id, properties])),
    [fleet.data],
  )
  const shown = useMemo(() => ofDepot(priced, depotId, bins), [priced, depotId, bins])
  const stored = useMemo(() => drivenRuns(ofDepot(plan, depotId, bins)), [plan, depotId, bins])
  const state: DeskState = {
    plan: shown,
    runs: useMemo(() => drivenRuns(shown), [shown]),
    bins,
    vehicles: useMemo(() => new Map(vehicles?.map((one) => [one.id, one])), [vehicles]),
    selected,
    select,
    mayAcknowledge: mayPlan,
    edit: mayPlan && plan.status !== 'planning' ? edit : null,
  }
  return (
    <DeskContext value={state}>
      <div className="desk">
        <PlanHead picker={picker} isPast={isPast} />
        <div className="desk-list">
          <FindBin />
          <RunList />
          {state.edit && <ChangeBar edit={state.edit} />}
          <LeftOutList />
          <AlertList />
        </div>
        <DeskMap fleet={fleet} runs={stored} selected={selected} onSelect={select} />
      </div>
    </DeskContext>
  )
}
