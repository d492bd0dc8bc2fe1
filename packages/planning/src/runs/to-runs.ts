import { MINUTE_MS, type Run, type Stop } from '@bakwacht/domain'
import type { Route, RouteStep, Solution } from '@bakwacht/routing'
import { serviceMs } from '../fleet/place-hours.ts'
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import type { DepotProblem } from '../problem/build-problem.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Leg, Legs } from './legs.ts'
import { containerStop, numbered, unloadStop } from './stop.ts'
import { totalsOf } from './totals.ts'

export interface ToRunsInput {
  readonly solution: Solution
  readonly problem: DepotProblem
  readonly legs: Legs
  readonly planId: string
  readonly snapshot: Pick<Snapshot, 'sites'>
  /** Drafts that these runs take the place of: the same vehicle keeps its run's id, the same container its stop's. */
  readonly previous: readonly Run[]
  /** Makes a new id each time. */
  readonly ids: () => string
}

/** The solution's routes as runs that a driver can follow. */
export function toRuns(input: ToRunsInput): readonly Run[] {
  return input.solution.routes
    .filter(({ steps }) => steps.some(({ kind }) => kind === 'job'))
    .map((route) => toRun(route, input))
}

function toRun(route: Route, input: ToRunsInput): Run {
  const { problem, previous, ids, planId } = input
  const day = problem.vehicleDays.find(({ vehicle }) => vehicle.id === route.vehicleId)
  if (day === undefined) throw new Error(`the solution uses an unknown vehicle ${route.vehicleId}`)
  const { vehicle } = day
  const before = previous.find(({ vehicleId }) => vehicleId === vehicle.id)
  const at = (second: number) => Math.round(problem.zero + second * 1000)
  const start = route.steps.at(0)
  const end = route.steps.at(-1)
  const pause = route.steps.find((step) => step.kind === 'break')

  const driven = {
    departure: at(start?.departure ?? 0),
    arrival: at(end?.arrival ?? 0),
    stops: stopsOf(route, day, input, before),
  }
  const lastPlace = placesOf(route, problem).at(-1) ?? problem.depot.location
  const home = input.legs(lastPlace, problem.depot.location, vehicle)
  return {
    id: before?.id ?? ids(),
    planId,
    version: (before?.version ?? 0) + 1,
    date: problem.date,
    depotId: problem.depot.id,
    vehicleId: vehicle.id,
    driver: before?.driver ?? vehicle.driver,
    status: 'draft',
    ...driven,
    pause: pause ? { from: at(pause.begin), to: at(pause.departure) } : null,
    totals: totalsOf(driven, home.distanceM, vehicle.cost),
  }
}

type Visit = Extract<RouteStep, { kind: 'job' | 'unload' }>

const visitsOf = (route: Route): Visit[] =>
  route.steps.filter((step) => step.kind === 'job' || step.kind === 'unload')

const placesOf = (route: Route, { points, depot }: DepotProblem) =>
  visitsOf(route).map(({ location }) => points[location] ?? depot.location)

function stopsOf(
  route: Route,
  { vehicle }: VehicleDay,
  input: ToRunsInput,
  before: Run | undefined,
): readonly Stop[] {
  const { problem, legs, snapshot, ids } = input
  const { depot } = problem
  const places = placesOf(route, problem)
  const stops: Stop[] = []
  for (const [index, step] of visitsOf(route).entries()) {
    const leg = legs(places[index - 1] ?? depot.location, places[index] ?? depot.location, vehicle)
    let arrival = Math.round(problem.zero + step.begin * 1000)
    if (step.kind === 'unload') {
      const departure = arrival + depot.unloadMin * MINUTE_MS
      stops.push(timed(unloadStop(depot, ids), arrival, departure, leg))
      continue
    }
    for (const [position, wanted] of (problem.bundles.get(step.jobId)?.wanted ?? []).entries()) {
      const first = position === 0
      const site = snapshot.sites.find(({ id }) => id === wanted.container.siteId)
      const departure = arrival + serviceMs(wanted.container, site, first)
      const leg0 = first ? leg : NO_LEG
      stops.push(timed(containerStop(wanted, ids), arrival, departure, leg0))
      arrival = departure
    }
  }
  return numbered(stops).map((stop) => asBefore(stop, before))
}

const NO_LEG: Leg = { distanceM: 0, durationS: 0 }

const timed = (stop: Stop, arrival: number, departure: number, leg: Leg): Stop => ({
  ...stop,
  arrival,
  departure,
  legDistanceM: leg.distanceM,
  legDurationS: leg.durationS,
})

/** Keeps the id and the lock of the stop that this one takes the place of. */
function asBefore(stop: Stop, before: Run | undefined): Stop {
  const old = before?.stops.find(
    ({ kind, containerId, trip }) =>
      kind === stop.kind &&
      containerId === stop.containerId &&
      (kind !== 'unload' || trip === stop.trip),
  )
  return old === undefined ? stop : { ...stop, id: old.id, lock: old.lock }
}
