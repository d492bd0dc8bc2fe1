import type { Instance } from '../compile/instance.ts'
import type { LabelLimits } from '../schedule/label-set.ts'
import { type Stops, timetable } from '../schedule/timetable.ts'
import type { RouteState } from './route-state.ts'

/** The route's jobs in their order with unload visits where they serve best; `null` where none is found. */
export function bestUnloading(
  instance: Instance,
  { vehicle, jobs }: RouteState,
  limits: LabelLimits,
): Stops | null {
  const best = timetable(instance, vehicle, jobs, 'free', limits)
  if (best === null) return null
  return best.acts.flatMap(({ act }) => {
    if (act.kind === 'job') return [act.index]
    return act.kind === 'unload' ? [-1 - act.index] : []
  })
}
