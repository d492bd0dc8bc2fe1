// From tours of indices to a solution of ids and times.

import type { Instance, VehicleClass } from '../compile/instance.ts'
import type { Job, Problem, RoutingVehicle } from '../problem.ts'
import { type Stops, type Timetable, timetable } from '../schedule/timetable.ts'
import { bestUnloading } from '../search/best-unloading.ts'
import type { Tours } from '../search/tours.ts'
import type { Route, RouteStep, Solution } from '../solution.ts'
import { EPSILON } from '../tolerance.ts'
import { unservedReasons } from './unserved-reasons.ts'

const WIDE = { exact: 32, most: 64 }

export function report(
  problem: Problem,
  tours: Tours,
  run: Pick<Solution, 'iterations' | 'seconds' | 'seed'>,
): Solution {
  const routes = problem.vehicles.flatMap((vehicle, i) =>
    tours.used.has(i) ? [routeOf(problem, vehicle, tours, i)] : [],
  )
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
  const { instance } = tours
  const owner = instance.classes[instance.classOf[index] as number] as VehicleClass
  const timed = bestTimetable(instance, owner, tours.stopsOf(index), tours.costOf(index))
  return {
    vehicleId: vehicle.id,
    steps: stepsOf(problem, vehicle, owner, timed),
    distanceM: timed.distanceM,
    durationS: timed.arrival - timed.departure,
    cost: timed.cost,
  }
}

/** Looks further than the search did. */
function bestTimetable(
  instance: Instance,
  owner: VehicleClass,
  stops: Stops,
  cost: number,
): Timetable {
  const better = bestUnloading(instance, owner, stops, WIDE)
  const timed = timetable(instance, owner, better ?? stops, 'given', WIDE)
  if (timed !== null && (better === null || timed.cost <= cost + EPSILON)) return timed
  const asSearched = timetable(instance, owner, stops, 'given', WIDE)
  if (asSearched === null) throw new Error(`an order that costs ${cost} cannot be driven`)
  return asSearched
}

function stepsOf(
  { jobs }: Problem,
  vehicle: RoutingVehicle,
  { firstUnload }: VehicleClass,
  timed: Timetable,
): RouteStep[] {
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
      if (act.kind === 'unload')
        return { kind: 'unload', place: act.index - firstUnload, ...when, trip: trip++ }
      return { kind: 'job', jobId: (jobs[act.index] as Job).id, ...when, trip }
    }),
    { kind: 'end', location: vehicle.end, arrival: timed.arrival, departure: timed.arrival },
  ]
}
