// From tours of indices to a solution of ids and times.
import type { Job, Problem, RoutingVehicle } from '../problem.ts'
import type { Timetable } from '../schedule/timetable.ts'
import { timetable } from '../schedule/timetable.ts'
import type { RouteState } from '../search/route-state.ts'
import type { Tours } from '../search/tours.ts'
import type { Route, RouteStep, Solution } from '../solution.ts'
import { unservedReasons } from './unserved-reasons.ts'

export function report(
  problem: Problem,
  tours: Tours,
  run: Pick<Solution, 'iterations' | 'seconds' | 'seed'>,
): Solution {
  const routes = problem.vehicles.flatMap((vehicle, i) => {
    const { jobs } = tours.route(i)
    return jobs.length === 0 ? [] : [routeOf(problem, vehicle, tours, i)]
  })
  const unserved = unservedReasons(problem, tours, new Set(routes.flatMap(jobIds)))
  const prizeOf = new Map(problem.jobs.map(({ id, prize }) => [id, prize ?? 0]))
  const cost =
    routes.reduce((sum, route) => sum + route.cost, 0) +
    unserved.reduce((sum, { jobId }) => sum + (prizeOf.get(jobId) ?? 0), 0)
  return { routes, unserved, cost, ...run }
}

const jobIds = ({ steps }: Route): string[] =>
  steps.flatMap((step) => (step.kind === 'job' ? [step.jobId] : []))

function routeOf(problem: Problem, vehicle: RoutingVehicle, tours: Tours, index: number): Route {
  const route = tours.route(index)
  const timed = bestTimetable(tours, route)
  return {
    vehicleId: vehicle.id,
    steps: stepsOf(problem, vehicle, timed),
    distanceM: timed.distanceM,
    durationS: timed.arrival - timed.departure,
    cost: timed.cost,
  }
}

/** Looks further than the search did, and at least as far. */
function bestTimetable(
  { instance, limits }: Tours,
  { vehicle, jobs, stops, cost }: RouteState,
): Timetable {
  const wide = timetable(instance, vehicle, jobs, 'free', { exact: 32, most: 64 })
  if (wide !== null && wide.cost <= cost) return wide
  const asSearched = timetable(instance, vehicle, stops, 'given', limits)
  if (asSearched === null) throw new Error(`an order that costs ${cost} cannot be driven`)
  return asSearched
}

function stepsOf({ jobs }: Problem, vehicle: RoutingVehicle, timed: Timetable): RouteStep[] {
  let trip = 1
  return [
    {
      kind: 'start',
      location: vehicle.start,
      arrival: timed.departure,
      departure: timed.departure,
    },
    ...timed.acts.map(({ act, arrival, begin, departure }): RouteStep => {
      const when = { location: act.location, arrival, begin, departure }
      if (act.kind === 'break') return { kind: 'break', ...when }
      if (act.kind === 'unload') return { kind: 'unload', place: act.index, ...when, trip: trip++ }
      return { kind: 'job', jobId: (jobs[act.index] as Job).id, ...when, trip }
    }),
    { kind: 'end', location: vehicle.end, arrival: timed.arrival, departure: timed.arrival },
  ]
}
