import type { Instance, VehicleClass } from '../compile/instance.ts'
import type { LabelLimits } from '../schedule/label-set.ts'
import { type Stops, timetable } from '../schedule/timetable.ts'
import type { Tours } from './tours.ts'

const FEW = { exact: 2, most: 6 }

/** Decides anew where the changed routes unload, for all stops together. */
export function improveUnloading(tours: Tours): void {
  const { instance } = tours
  for (const vehicle of [...tours.touched]) {
    if (!tours.used.has(vehicle)) continue
    const owner = instance.classes[instance.classOf[vehicle] as number] as VehicleClass
    const before = tours.stopsOf(vehicle)
    const cost = tours.costOf(vehicle)
    const better = bestUnloading(instance, owner, before, FEW)
    if (better === null || better.every((stop, i) => stop === before[i])) continue
    tours.clear(vehicle)
    if (tours.assign(vehicle, better) && tours.costOf(vehicle) <= cost) continue
    tours.clear(vehicle)
    tours.assign(vehicle, before)
  }
}

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
