import type { Instance, VehicleClass } from '../compile/instance.ts'
import type { LabelLimits } from '../schedule/label-set.ts'
import { type Stops, timetable } from '../schedule/timetable.ts'

/** The jobs in their order with unload visits where they serve best; `null` where none is found or sought. */
export function bestUnloading(
  instance: Instance,
  owner: VehicleClass,
  stops: Stops,
  limits: LabelLimits,
): number[] | null {
  if (owner.unloadCount === 0 || instance.anyReleases) return null
  if (owner.maxDriveS < Number.POSITIVE_INFINITY) return null
  const jobs = Array.from(stops).filter((stop) => stop < instance.jobCount)
  const best = timetable(instance, owner, jobs, 'free', limits)
  if (best === null) return null
  return best.acts.flatMap(({ act }) => (act.kind === 'break' ? [] : [act.index]))
}
