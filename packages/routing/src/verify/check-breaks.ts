// Every break is taken on the road, in order, unless departure or return leave it to be taken at home.
import type { Break, RoutingVehicle } from '../problem.ts'
import type { Route, RouteStep } from '../solution.ts'
import { isWithin } from './check-times.ts'
import type { Complain } from './violation.ts'

const SECONDS = 1e-3

type BreakStep = Extract<RouteStep, { kind: 'break' }>

export function checkBreaks(vehicle: RoutingVehicle, route: Route, complain: Complain): void {
  const departure = route.steps[0]?.departure ?? 0
  const arrival = route.steps.at(-1)?.arrival ?? 0
  const taken = route.steps.filter((step) => step.kind === 'break')
  if (!matches(vehicle.breaks, taken, departure, arrival))
    complain({
      kind: 'break',
      vehicleId: vehicle.id,
      jobId: null,
      message: `its ${taken.length} breaks are not the ${vehicle.breaks.length} that are owed between ${departure} and ${arrival}`,
    })
  checkPlaces(vehicle, route, complain)
}

/** Whether the steps are the breaks in order, some of them taken at home. */
function matches(
  breaks: readonly Break[],
  taken: readonly BreakStep[],
  departure: number,
  arrival: number,
): boolean {
  const [owed, ...laterBreaks] = breaks
  const [step, ...laterSteps] = taken
  if (owed === undefined) return step === undefined
  if (step !== undefined && isTaken(owed, step))
    if (matches(laterBreaks, laterSteps, departure, arrival)) return true
  return isAtHome(owed, departure, arrival) && matches(laterBreaks, taken, departure, arrival)
}

const isTaken = (owed: Break, { begin, departure }: BreakStep): boolean =>
  isWithin(begin, owed.windows) && Math.abs(departure - begin - owed.durationS) <= SECONDS

function isAtHome({ windows, durationS }: Break, departure: number, arrival: number): boolean {
  const opens = windows[0]?.[0] ?? Number.POSITIVE_INFINITY
  const closes = windows.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY
  return departure >= opens + durationS - SECONDS || arrival <= closes + SECONDS
}

/** One rests where one is, not on a detour. */
function checkPlaces(vehicle: RoutingVehicle, { steps }: Route, complain: Complain): void {
  steps.forEach((step, i) => {
    if (step.kind !== 'break') return
    const before = steps.slice(0, i).findLast(({ kind }) => kind !== 'break')
    const after = steps.slice(i).find(({ kind }) => kind !== 'break')
    if (step.location !== before?.location && step.location !== after?.location)
      complain({
        kind: 'break',
        vehicleId: vehicle.id,
        jobId: null,
        message: `rests at ${step.location}, which is on no stop before or after`,
      })
  })
}
