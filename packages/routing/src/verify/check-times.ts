// The clock along a route: travel, service, windows, shift and hours.
import type { Problem, RoutingVehicle, TimeWindow, TravelMatrix } from '../problem.ts'
import type { Route, RouteStep } from '../solution.ts'
import type { Complain, ViolationKind } from './violation.ts'

const SECONDS = 1e-3
const differ = (a: number, b: number): boolean => !(Math.abs(a - b) <= SECONDS)

export const isWithin = (at: number, windows: readonly TimeWindow[]): boolean =>
  windows.some(([from, to]) => at >= from - SECONDS && at <= to + SECONDS)

export function checkTimes(
  problem: Problem,
  vehicle: RoutingVehicle,
  route: Route,
  complain: Complain,
): void {
  const matrix = problem.matrices[vehicle.profile] as TravelMatrix
  const say = (kind: ViolationKind, message: string, step?: RouteStep): void =>
    complain({
      kind,
      vehicleId: vehicle.id,
      jobId: step?.kind === 'job' ? step.jobId : null,
      message,
    })
  checkEnds(vehicle, route, say)
  route.steps.forEach((step, i) => {
    const before = route.steps[i - 1]
    if (before !== undefined) checkTravel(matrix, before, step, say)
    checkStep(problem, vehicle, step, say)
  })
  checkDriving(matrix, vehicle, route, say)
  checkReleases(problem, route, say)
}

type Say = (kind: ViolationKind, message: string, step?: RouteStep) => void

function checkEnds(vehicle: RoutingVehicle, { steps }: Route, say: Say): void {
  const first = steps[0]
  const last = steps.at(-1)
  const inner = steps.slice(1, -1).filter(({ kind }) => kind === 'start' || kind === 'end')
  if (first?.kind !== 'start' || last?.kind !== 'end' || inner.length > 0) {
    say('step', 'a route has one start, at its beginning, and one end, at its end')
    return
  }
  if (first.location !== vehicle.start)
    say('step', `starts at ${first.location}, not ${vehicle.start}`)
  if (last.location !== vehicle.end) say('step', `ends at ${last.location}, not ${vehicle.end}`)
  for (const { kind, arrival, departure } of [first, last])
    if (differ(arrival, departure)) say('step', `spends time at its ${kind}`)
  const [from, to] = vehicle.shift
  if (first.departure < from - SECONDS)
    say('shift', `departs at ${first.departure}, before the shift (${from})`)
  if (last.arrival > to + SECONDS)
    say('shift', `returns at ${last.arrival}, after the shift (${to})`)
  const duration = last.arrival - first.departure
  if (duration > (vehicle.maxDurationS ?? Number.POSITIVE_INFINITY) + SECONDS)
    say('max_duration', `is out for ${duration} s of ${vehicle.maxDurationS}`)
}

function checkTravel(matrix: TravelMatrix, before: RouteStep, step: RouteStep, say: Say): void {
  const seconds = matrix.durations[before.location * matrix.size + step.location]
  const metres = matrix.distances[before.location * matrix.size + step.location]
  if (seconds === undefined || !Number.isFinite(seconds) || !Number.isFinite(metres))
    say('travel', `there is no way from ${before.location} to ${step.location}`, step)
  else if (differ(before.departure + seconds, step.arrival))
    say(
      'travel',
      `leaves ${before.location} at ${before.departure} and is at ${step.location}, ${seconds} s away, at ${step.arrival}`,
      step,
    )
}

function checkDriving(
  matrix: TravelMatrix,
  { maxDriveS }: RoutingVehicle,
  { steps }: Route,
  say: Say,
): void {
  let driven = 0
  steps.forEach(({ location }, i) => {
    const before = steps[i - 1]?.location ?? location
    driven += matrix.durations[before * matrix.size + location] ?? Number.NaN
  })
  if (driven > (maxDriveS ?? Number.POSITIVE_INFINITY) + SECONDS)
    say('max_drive', `drives ${driven} s of ${maxDriveS}`)
}

/** Each trip leaves its start or unload place once all that it serves is released. */
function checkReleases({ jobs }: Problem, { steps }: Route, say: Say): void {
  let left = steps[0]?.departure ?? 0
  for (const step of steps) {
    if (step.kind === 'unload') left = step.departure
    if (step.kind !== 'job') continue
    const release = jobs.find(({ id }) => id === step.jobId)?.releaseS ?? left
    if (left < release - SECONDS)
      say(
        'release',
        `job '${step.jobId}' is released at ${release}, its trip left at ${left}`,
        step,
      )
  }
}

function checkStep(problem: Problem, vehicle: RoutingVehicle, step: RouteStep, say: Say): void {
  if (!('begin' in step)) return
  if (step.begin < step.arrival - SECONDS) say('step', `begins before it arrives`, step)
  if (step.kind === 'break') return
  const task =
    step.kind === 'job'
      ? problem.jobs.find(({ id }) => id === step.jobId)
      : vehicle.unloads[step.place]
  if (task === undefined) {
    if (step.kind === 'unload') say('unload', `has no unload place ${step.place}`, step)
    return
  }
  const what = step.kind === 'job' ? `job '${step.jobId}'` : `unload place ${step.place}`
  if (step.location !== task.location)
    say('step', `${what} is at ${task.location}, not ${step.location}`, step)
  const waitsForRelease = step.kind === 'unload' && step.departure > step.begin + task.serviceS
  if (!waitsForRelease && differ(step.begin + task.serviceS, step.departure))
    say('step', `${what} takes ${task.serviceS} s, not ${step.departure - step.begin}`, step)
  if (task.windows.length > 0 && !isWithin(step.begin, task.windows))
    say('window', `${what} begins at ${step.begin}, outside its windows`, step)
}
