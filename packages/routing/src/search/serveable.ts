import type { Instance } from '../compile/instance.ts'
import { Moves } from '../schedule/moves.ts'
import { labelLimitsFor } from './label-limits.ts'
import { NONE, RouteState } from './route-state.ts'

/** The jobs that at least one vehicle could serve if it had nothing else to do. */
export function serveableJobs(instance: Instance): number[] {
  const { allowed, jobCount, vehicles } = instance
  const moves = new Moves({ instance, limits: labelLimitsFor(instance), trace: null })
  const empty = vehicles.map((vehicle) => new RouteState(instance, vehicle, moves))
  const canServe = (route: RouteState, vehicle: number, job: number) =>
    allowed[vehicle * jobCount + job] === 1 &&
    [NONE, ...route.vehicle.unloads.keys()].some(
      (unload) => route.costInserting(job, 0, NONE, unload) < Number.POSITIVE_INFINITY,
    )
  return Array.from({ length: jobCount }, (_, job) => job).filter((job) =>
    empty.some((route, vehicle) => canServe(route, vehicle, job)),
  )
}
