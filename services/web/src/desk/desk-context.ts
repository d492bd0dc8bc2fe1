// What every part of the desk needs to know: the plan as it is shown, names, and what can be done.
import type { FleetFeature, Plan, Run, Vehicle } from '@bakwacht/api/contract'
import { createContext, useContext } from 'react'
import type { PlanEdit } from './change/use-plan-edit.ts'

export type Bin = FleetFeature['properties']

export interface DeskState {
  /** While a price is shown: the plan as it would be. */
  readonly plan: Plan
  /** Those that are driven, in the order of departure. */
  readonly runs: readonly Run[]
  readonly bins: ReadonlyMap<string, Bin>
  readonly vehicles: ReadonlyMap<string, Vehicle>
  /** A container's id. */
  readonly selected: string | null
  readonly select: (containerId: string | null) => void
  /** Nothing for those who may only look. */
  readonly edit: PlanEdit | null
  /** Whether alerts may be marked as seen. */
  readonly mayAcknowledge: boolean
}

export const DeskContext = createContext<DeskState | null>(null)

export function useDesk(): DeskState {
  const state = useContext(DeskContext)
  if (state === null) throw new Error('this belongs on the desk')
  return state
}

export const vehicleName = ({ vehicles }: DeskState, { vehicle_id }: Pick<Run, 'vehicle_id'>) =>
  vehicles.get(vehicle_id)?.name ?? vehicle_id

/** A container's name; of one that is not loaded yet, its id. */
export const binName = ({ bins }: Pick<DeskState, 'bins'>, id: string): string =>
  bins.get(id)?.name ?? id
