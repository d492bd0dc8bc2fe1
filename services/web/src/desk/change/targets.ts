// Where a bin can go: into a run that can still be changed, or to a vehicle that stays in so far.
import { words } from '../../language/words.ts'
import { type DeskState, vehicleName } from '../desk-context.ts'
import { isChangeable } from '../runs/plan-sums.ts'

export interface Target {
  /** In a menu. */
  readonly label: string
  /** In what was done. */
  readonly title: string
  readonly to: { readonly run_id?: string; readonly vehicle_id?: string }
}

export function targetsOn(desk: DeskState): readonly Target[] {
  const said = words().desk.stop
  const { runs, vehicles, plan } = desk
  const out = new Set(runs.map(({ vehicle_id }) => vehicle_id))
  const idle = [...vehicles.values()].filter(
    ({ id, active, depot_id }) =>
      active && !out.has(id) && (plan.depot_id === null || plan.depot_id === depot_id),
  )
  return [
    ...runs.filter(isChangeable).map((run) => {
      const title = said.toVehicle(vehicleName(desk, run))
      return { label: title, title, to: { run_id: run.id } }
    }),
    ...idle.map(({ id, name }) => ({
      ...{ label: said.newRun(name), title: said.toVehicle(name) },
      to: { vehicle_id: id },
    })),
  ]
}
