// A search seldom takes a whole route from three trips of a van to one of a truck, so a mixed fleet is searched
// type by type as well.
import type { Problem, Solution } from '@bakwacht/routing'

/** The problem with all its vehicles, then with those of each type alone. Vehicles with a given start stay in each. */
export function fleetsToSearch(problem: Problem): readonly [Problem, ...Problem[]] {
  const begun = new Set(problem.fixed.map(({ vehicleId }) => vehicleId))
  const types = new Set(problem.vehicles.map(({ type }) => type))
  const ofType = (type: string): Problem => ({
    ...problem,
    vehicles: problem.vehicles.filter((each) => each.type === type || begun.has(each.id)),
  })
  const alone = types.size > 1 ? [...types].map(ofType) : []
  return [problem, ...alone.filter(({ vehicles }) => vehicles.length < problem.vehicles.length)]
}

/**
 * The cheapest. Of those with a part of the fleet only those count that leave out nothing but what does not pay:
 * why they leave out anything else need not hold for the whole fleet.
 */
export function cheapestOf(whole: Solution, parts: readonly Solution[]): Solution {
  const counting = parts.filter(({ unserved }) =>
    unserved.every(({ reason }) => reason === 'not_worth_detour'),
  )
  return counting.reduce((best, part) => (part.cost < best.cost ? part : best), whole)
}
