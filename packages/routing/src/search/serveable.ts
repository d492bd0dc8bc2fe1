import type { Instance, VehicleClass } from '../compile/instance.ts'
import { timetable } from '../schedule/timetable.ts'
import { EPSILON } from '../tolerance.ts'

const LIMITS = { exact: 8, most: 16 }

/** The jobs that at least one vehicle could serve if it had nothing else to do. */
export function serveableJobs(instance: Instance): number[] {
  const { allowed, jobCount, classes, clock } = instance
  return Array.from({ length: jobCount }, (_, job) => job).filter((job) =>
    classes.some(
      (owner) =>
        allowed[owner.index * jobCount + job] === 1 &&
        (clock === 'none' || canServeAlone(instance, owner, job)),
    ),
  )
}

function canServeAlone(instance: Instance, owner: VehicleClass, job: number): boolean {
  const unloads = Array.from({ length: owner.unloadCount }, (_, i) => owner.firstUnload + i)
  const oneTrip = [[job], ...unloads.map((unload) => [job, unload])]
  // Who has to leave before the job is released waits for it at an unload place.
  const later = instance.anyReleases
    ? unloads.flatMap((unload) => oneTrip.map((trip) => [unload, ...trip]))
    : []
  return [...oneTrip, ...later].some((stops) => {
    const timed = timetable(instance, owner, stops, 'given', LIMITS)
    return timed !== null && timed.drivenS <= owner.maxDriveS + EPSILON
  })
}
