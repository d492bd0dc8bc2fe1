import type { LeftOutCode, NotCollected } from '@bakwacht/domain'
import type { Solution, UnservedReason } from '@bakwacht/routing'
import type { DepotProblem } from '../problem/build-problem.ts'
import { notWorthIt } from '../problem/candidates.ts'

const codes: Readonly<Record<UnservedReason, LeftOutCode>> = {
  not_worth_detour: 'not_worth_detour',
  no_room: 'no_capacity',
  too_large_for_any_vehicle: 'no_capacity',
  no_vehicles: 'no_capacity',
  no_vehicle_type: 'no_access',
  unreachable_in_time: 'no_access',
}

/** The containers that the search left out, each with why, and with what made it wanted. */
export function notServed(solution: Solution, problem: DepotProblem): readonly NotCollected[] {
  return solution.unserved.flatMap(({ jobId, reason }) =>
    (problem.bundles.get(jobId)?.wanted ?? []).map((wanted): NotCollected => {
      const code = codes[reason]
      if (code === 'not_worth_detour') return notWorthIt(wanted)
      const evidence = {
        because: reason,
        wanted_for: wanted.reason.code,
        kg: Math.round(wanted.expected.kg),
        vehicles: problem.vehicles.length,
      }
      return { containerId: wanted.container.id, reason: { code, evidence } }
    }),
  )
}
