// Metres, seconds and money add up.
import type { Problem, RoutingVehicle, TravelMatrix } from '../problem.ts'
import type { Route, Solution } from '../solution.ts'
import type { Complain } from './violation.ts'

const differ = (a: number, b: number): boolean =>
  !(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)))

export function checkRouteTotals(
  problem: Problem,
  vehicle: RoutingVehicle,
  route: Route,
  complain: Complain,
): void {
  const { size, distances } = problem.matrices[vehicle.profile] as TravelMatrix
  let metres = 0
  route.steps.forEach(({ location }, i) => {
    const before = route.steps[i - 1]?.location ?? location
    metres += distances[before * size + location] ?? Number.NaN
  })
  const seconds = (route.steps.at(-1)?.arrival ?? 0) - (route.steps[0]?.departure ?? 0)
  const { fixed, perM, perS } = vehicle.cost
  const expected = {
    distanceM: metres,
    durationS: seconds,
    cost: fixed + perM * route.distanceM + perS * route.durationS,
  }
  for (const field of ['distanceM', 'durationS', 'cost'] as const)
    if (differ(route[field], expected[field]))
      complain({
        kind: 'total',
        vehicleId: vehicle.id,
        jobId: null,
        message: `${field} is ${route[field]}, its steps make ${expected[field]}`,
      })
}

export function checkTotalCost(problem: Problem, solution: Solution, complain: Complain): void {
  const leftOut = new Set(solution.unserved.map(({ jobId }) => jobId))
  let expected = 0
  for (const { cost } of solution.routes) expected += cost
  for (const { id, prize } of problem.jobs) if (leftOut.has(id)) expected += prize ?? 0
  if (differ(solution.cost, expected))
    complain({
      kind: 'total',
      vehicleId: null,
      jobId: null,
      message: `cost is ${solution.cost}, routes and prizes make ${expected}`,
    })
}
