// The best solution of a tiny problem by trying everything. Shares no code and no idea with the search:
// it drives every order, with every choice of unloading and resting, from every departure that matters.
import type { Job, Problem, RoutingVehicle, TimeWindow, TravelMatrix } from '../problem.ts'

export interface BruteForceResult {
  readonly missing: number
  readonly cost: number
}

interface Step {
  readonly location: number
  readonly durationS: number
  readonly windows: readonly TimeWindow[]
  readonly load: readonly number[] | 'unload' | 'none'
  readonly releaseS?: number
}

/** Mandatory jobs missing, and the least cost with so few of them. */
export function bruteForce(problem: Problem): BruteForceResult {
  const everything = 2 ** problem.jobs.length
  let reached = new Map<number, number>([[0, 0]])
  for (const vehicle of problem.vehicles) {
    const own = bestPerSubset(problem, vehicle)
    const next = new Map(reached)
    for (const [before, costBefore] of reached)
      for (const [subset, cost] of own)
        if ((before & subset) === 0) {
          const known = next.get(before | subset) ?? Number.POSITIVE_INFINITY
          next.set(before | subset, Math.min(known, costBefore + cost))
        }
    reached = next
  }
  let best: BruteForceResult = {
    missing: Number.POSITIVE_INFINITY,
    cost: Number.POSITIVE_INFINITY,
  }
  for (let served = 0; served < everything; served++) {
    const routes = reached.get(served)
    if (routes === undefined) continue
    const absent = problem.jobs.filter((_, i) => (served & (1 << i)) === 0)
    const missing = absent.filter((job) => isMandatory(problem, job)).length
    const cost = absent.reduce((sum, { prize }) => sum + (prize ?? 0), routes)
    if (missing < best.missing || (missing === best.missing && cost < best.cost))
      best = { missing, cost }
  }
  return best
}

const isMandatory = ({ fixed }: Problem, { id, prize }: Job): boolean =>
  prize === null ||
  fixed.some(({ sequence, members }) => sequence.includes(id) || members.includes(id))

/** Of every non-empty set of jobs that the vehicle can serve, the least cost. */
function bestPerSubset(problem: Problem, vehicle: RoutingVehicle): Map<number, number> {
  const best = new Map<number, number>()
  const extend = (order: number[], subset: number) => {
    if (order.length > 0) {
      const cost = costOfOrder(problem, vehicle, order)
      if (cost < (best.get(subset) ?? Number.POSITIVE_INFINITY)) best.set(subset, cost)
    }
    problem.jobs.forEach((job, i) => {
      if ((subset & (1 << i)) === 0 && mayFollow(problem, vehicle, order, job))
        extend([...order, i], subset | (1 << i))
    })
  }
  extend([], 0)
  return best
}

function mayFollow(
  { jobs, fixed }: Problem,
  vehicle: RoutingVehicle,
  order: readonly number[],
  job: Job,
): boolean {
  if (job.vehicleTypes !== null && !job.vehicleTypes.includes(vehicle.type)) return false
  for (const { vehicleId, sequence, members } of fixed) {
    const rank = sequence.indexOf(job.id)
    if ((rank >= 0 || members.includes(job.id)) && vehicleId !== vehicle.id) return false
    const before = order.map((i) => sequence.indexOf(jobs[i]?.id ?? ''))
    if (rank >= 0 && before.some((earlier) => earlier < 0 || earlier > rank)) return false
  }
  return true
}

function costOfOrder(problem: Problem, vehicle: RoutingVehicle, order: readonly number[]): number {
  const jobs = order.map((i) => problem.jobs[i] as Job)
  let best = Number.POSITIVE_INFINITY
  const withUnloads = (i: number, steps: readonly Step[]) => {
    if (i > jobs.length) {
      if (loadsFit(vehicle, steps)) best = Math.min(best, costWithBreaks(problem, vehicle, steps))
      return
    }
    const job = jobs[i]
    const then: Step[] =
      job === undefined ? [] : [{ ...job, durationS: job.serviceS, load: job.load }]
    withUnloads(i + 1, [...steps, ...then])
    for (const place of vehicle.unloads)
      withUnloads(i + 1, [
        ...steps,
        { ...place, durationS: place.serviceS, load: 'unload' },
        ...then,
      ])
  }
  withUnloads(0, [])
  return best
}

function loadsFit(vehicle: RoutingVehicle, steps: readonly Step[]): boolean {
  let onBoard = vehicle.capacity.map(() => 0)
  for (const { load } of steps) {
    if (load === 'unload') onBoard = onBoard.map(() => 0)
    else if (load !== 'none') onBoard = onBoard.map((amount, i) => amount + (load[i] ?? 0))
    if (onBoard.some((amount, i) => amount > (vehicle.capacity[i] ?? 0))) return false
  }
  return !vehicle.unloadAtEnd || onBoard.every((amount) => amount === 0)
}

/** At most one break, so: before leaving, after returning, or at any stop before or after its service. */
function costWithBreaks(problem: Problem, vehicle: RoutingVehicle, steps: readonly Step[]): number {
  const [from, to] = vehicle.shift
  const pause = vehicle.breaks[0]
  if (vehicle.breaks.length > 1) throw new Error('one break at most')
  if (pause === undefined) return leastCost(problem, vehicle, steps, from, to)
  const opens = pause.windows[0]?.[0] ?? 0
  const closes = pause.windows.at(-1)?.[1] ?? 0
  let best = Math.min(
    leastCost(problem, vehicle, steps, Math.max(from, opens + pause.durationS), to),
    leastCost(problem, vehicle, steps, from, Math.min(to, closes)),
  )
  steps.forEach(({ location }, i) => {
    for (const place of [i, i + 1]) {
      const rest: Step = { ...pause, location, load: 'none' }
      const rested = [...steps.slice(0, place), rest, ...steps.slice(place)]
      best = Math.min(best, leastCost(problem, vehicle, rested, from, to))
    }
  })
  return best
}

/** When the trip that begins before step `first` may leave. */
function releaseOfTrip(steps: readonly Step[], first: number): number {
  const after = steps.slice(first)
  const unload = after.findIndex(({ load }) => load === 'unload')
  const trip = unload < 0 ? after : after.slice(0, unload)
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...trip.map(({ releaseS }) => releaseS ?? Number.NEGATIVE_INFINITY),
  )
}

/**
 * The best departure makes some step begin exactly when a window of it opens or closes, without waiting
 * before; or it is the first one possible. A trip's release counts as a window that opens.
 */
function leastCost(
  problem: Problem,
  vehicle: RoutingVehicle,
  steps: readonly Step[],
  from: number,
  to: number,
): number {
  const { size, durations, distances } = problem.matrices[vehicle.profile] as TravelMatrix
  const places = [vehicle.start, ...steps.map(({ location }) => location), vehicle.end]
  const legs = places.slice(1).map((place, i) => (places[i] ?? 0) * size + place)
  const departures = [from, releaseOfTrip(steps, 0)]
  let untilHere = 0
  steps.forEach(({ windows, durationS, load }, i) => {
    untilHere += durations[legs[i] ?? 0] ?? 0
    for (const ends of windows) for (const end of ends) departures.push(end - untilHere)
    untilHere += durationS
    if (load === 'unload') departures.push(releaseOfTrip(steps, i + 1) - untilHere)
  })
  const driven = legs.reduce((sum, leg) => sum + (durations[leg] ?? 0), 0)
  if (driven > (vehicle.maxDriveS ?? driven)) return Number.POSITIVE_INFINITY
  const metres = legs.reduce((sum, leg) => sum + (distances[leg] ?? 0), 0)
  let best = Number.POSITIVE_INFINITY
  for (const departure of departures) {
    if (departure < Math.max(from, releaseOfTrip(steps, 0))) continue
    const arrival = drive(departure)
    const duration = arrival - departure
    if (arrival > to || duration > (vehicle.maxDurationS ?? duration)) continue
    const { fixed, perM, perS } = vehicle.cost
    best = Math.min(best, fixed + perM * metres + perS * duration)
  }
  return best

  function drive(departure: number): number {
    let now = departure
    steps.forEach(({ windows, durationS, load }, i) => {
      now += durations[legs[i] ?? 0] ?? 0
      const window = windows.find(([, closes]) => closes >= now)
      if (windows.length > 0)
        now = window === undefined ? Number.POSITIVE_INFINITY : Math.max(now, window[0])
      now += durationS
      if (load === 'unload') now = Math.max(now, releaseOfTrip(steps, i + 1))
    })
    return now + (durations[legs.at(-1) ?? 0] ?? 0)
  }
}
