// The independent judge: recomputes everything from the problem and shares no code with the search.
import type { Problem } from '../problem.ts'
import type { Solution } from '../solution.ts'
import { checkAssignment } from './check-assignment.ts'
import { checkBreaks } from './check-breaks.ts'
import { checkLoads } from './check-loads.ts'
import { checkTimes } from './check-times.ts'
import { checkRouteTotals, checkTotalCost } from './check-totals.ts'
import type { Complain, Violation } from './violation.ts'

/**
 * Every rule of the problem that the solution breaks; empty: it is sound. Times are compared to the
 * millisecond, amounts to a millionth.
 */
export function verify(problem: Problem, solution: Solution): Violation[] {
  const violations: Violation[] = []
  const complain: Complain = (violation) => violations.push(violation)
  checkAssignment(problem, solution, complain)
  for (const route of solution.routes) {
    const vehicle = problem.vehicles.find(({ id }) => id === route.vehicleId)
    if (vehicle === undefined) continue
    checkTimes(problem, vehicle, route, complain)
    checkBreaks(vehicle, route, complain)
    checkLoads(problem, vehicle, route, complain)
    checkRouteTotals(problem, vehicle, route, complain)
  }
  checkTotalCost(problem, solution, complain)
  return violations
}
