// What no vehicle can drive to is left out before the search, with the reason that the map gives.
import type { NotCollected } from '@bakwacht/domain'
import type { Job, TravelMatrix } from '@bakwacht/routing'
import type { DepotProblem } from './build-problem.ts'

/** A matrix whose maker may know which places no road comes near. */
export interface RoadMatrix extends TravelMatrix {
  readonly offRoad?: ReadonlyMap<number, { readonly nearestM: number | null }>
}

/**
 * The problem without the visits that no vehicle which may make them can reach from the depot and come back from.
 * @param matrices one for each of the problem's vehicle sizes
 */
export function sealOff(problem: DepotProblem, matrices: readonly RoadMatrix[]): DepotProblem {
  const sealed = new Map(
    problem.jobs.flatMap((job) => {
      const why = whyNoWay(job, problem, matrices)
      return why === undefined ? [] : [[job.id, why] as const]
    }),
  )
  if (sealed.size === 0) return problem
  const isOpen = (id: string) => !sealed.has(id)
  return {
    ...problem,
    jobs: problem.jobs.filter(({ id }) => isOpen(id)),
    fixed: problem.fixed.map(({ vehicleId, sequence, members }) => ({
      vehicleId,
      sequence: sequence.filter(isOpen),
      members: members.filter(isOpen),
    })),
    leftOut: [...problem.leftOut, ...[...sealed].flatMap(([id, why]) => leftOut(id, why, problem))],
  }
}

interface Why {
  readonly because: string
  readonly nearest_road_m?: number
}

/** `undefined`: one of its vehicles can make it. */
function whyNoWay(
  { location, vehicleTypes }: Job,
  { vehicles }: DepotProblem,
  matrices: readonly RoadMatrix[],
): Why | undefined {
  let first: Why | undefined
  for (const { type, profile, start, end } of vehicles) {
    const matrix = matrices[profile]
    if (matrix === undefined || !(vehicleTypes?.includes(type) ?? true)) continue
    const why = obstacle(matrix, start, location, end)
    if (why === undefined) return undefined
    first ??= why
  }
  return first
}

function obstacle(
  { size, durations, offRoad }: RoadMatrix,
  start: number,
  place: number,
  end: number,
): Why | undefined {
  if (offRoad?.has(start)) return { because: 'depot_off_road' }
  const nearest = offRoad?.get(place)
  if (nearest?.nearestM === null) return { because: 'no_road' }
  if (nearest) return { because: 'far_from_road', nearest_road_m: nearest.nearestM }
  if (durations[start * size + place] === Number.POSITIVE_INFINITY)
    return { because: 'no_way_there' }
  if (durations[place * size + end] === Number.POSITIVE_INFINITY) return { because: 'no_way_back' }
  return undefined
}

const leftOut = (jobId: string, why: Why, { bundles }: DepotProblem): NotCollected[] =>
  (bundles.get(jobId)?.wanted ?? []).map(({ container, reason }) => ({
    containerId: container.id,
    reason: { code: 'no_access', evidence: { ...why, wanted_for: reason.code } },
  }))
