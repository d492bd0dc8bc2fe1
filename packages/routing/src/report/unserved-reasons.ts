import { isLargeEnough, typeAllows } from '../compile/compile.ts'
import type { Job, Problem } from '../problem.ts'
import type { Insertion } from '../search/insertion.ts'
import { exactInsertion } from '../search/insertion-for.ts'
import type { Tours } from '../search/tours.ts'
import type { Unserved, UnservedReason } from '../solution.ts'

/** Every job that is not in `served`, with the first reason that holds. */
export function unservedReasons(
  problem: Problem,
  tours: Tours,
  served: ReadonlySet<string>,
): Unserved[] {
  const insertion = exactInsertion(tours)
  return problem.jobs.flatMap((job, index) =>
    served.has(job.id)
      ? []
      : [{ jobId: job.id, reason: reasonFor(problem, job, index, tours, insertion) }],
  )
}

function reasonFor(
  { vehicles, fixed }: Problem,
  job: Job,
  index: number,
  tours: Tours,
  insertion: Insertion,
): UnservedReason {
  const home = fixed.find(({ sequence, members }) => [...sequence, ...members].includes(job.id))
  const candidates = vehicles.filter(({ id }) => home === undefined || home.vehicleId === id)
  const ofType = candidates.filter((vehicle) => typeAllows(job, vehicle))
  if (candidates.length === 0) return 'no_vehicles'
  if (ofType.length === 0) return 'no_vehicle_type'
  if (!ofType.some((vehicle) => isLargeEnough(vehicle, job))) return 'too_large_for_any_vehicle'
  if (!tours.absent.has(index)) return 'unreachable_in_time'
  if (tours.instance.mandatory[index] === 1) return 'no_room'
  insertion.begin([index], 1, null)
  return insertion.find(index, Number.POSITIVE_INFINITY, false) ? 'not_worth_detour' : 'no_room'
}
