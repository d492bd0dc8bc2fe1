// From a stop order to times: which windows, when to rest, when to leave, and on request where to unload.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import {
  COST,
  DURATION,
  EARLIEST,
  LATEST,
  type LabelLimits,
  type LabelSet,
  TRACE,
} from './label-set.ts'
import { Moves } from './moves.ts'
import { type Act, Trace } from './trace.ts'

export interface TimedAct {
  readonly act: Act
  readonly arrival: number
  readonly begin: number
  readonly departure: number
}

export interface Timetable {
  readonly departure: number
  readonly acts: readonly TimedAct[]
  readonly arrival: number
  readonly distanceM: number
  readonly drivenS: number
  readonly cost: number
}

/** Visits, see {@link Instance}. */
export type Stops = ArrayLike<number>

/**
 * Given: the stops are all there is. Free: the stops are jobs alone, and unload visits are put between
 * them where they serve best; not for jobs with releases or vehicles with a limit to driving.
 */
export type Unloading = 'given' | 'free'

/**
 * The cheapest way to serve these stops in this order, as far as the limits go; among equals the one
 * that ends first. It leaves as late as possible without ending later. `null` where there is none.
 */
export function timetable(
  instance: Instance,
  vehicle: VehicleClass,
  stops: Stops,
  unloading: Unloading,
  limits: LabelLimits,
): Timetable | null {
  const trace = new Trace()
  const moves = new Moves({ instance, limits, trace })
  const heads = headsAtEnd(instance, vehicle, stops, unloading, moves)
  const ends = moves.newSet()
  moves.arrive(vehicle, ends)
  const best = cheapestJoin(vehicle, heads, ends, moves)
  return best === null ? null : timed(vehicle, best.departure, trace.read(best.trace))
}

function headsAtEnd(
  instance: Instance,
  vehicle: VehicleClass,
  stops: Stops,
  unloading: Unloading,
  moves: Moves,
): LabelSet {
  let location = vehicle.start
  let labels = moves.newSet()
  moves.depart(vehicle, labels)
  const goTo = (destination: number): void => {
    const reached = moves.newSet()
    if (unloading === 'free') moves.driveOrUnload(vehicle, labels, reached, location, destination)
    else moves.drive(vehicle, labels, reached, location, destination)
    labels = reached
    location = destination
  }
  const holdFor = (from: number): void => {
    const release = releaseOfTrip(instance, stops, from)
    if (release === Number.NEGATIVE_INFINITY) return
    const held = moves.newSet()
    moves.hold(vehicle, labels, held, release)
    labels = held
  }
  holdFor(0)
  for (let i = 0; i < stops.length; i++) {
    const stop = stops[i] as number
    goTo(instance.location[stop] as number)
    const served = moves.newSet()
    if (stop < instance.jobCount) moves.serve(vehicle, labels, served, stop)
    else moves.unload(vehicle, labels, served, stop)
    labels = served
    if (stop >= instance.jobCount) holdFor(i + 1)
  }
  goTo(vehicle.end)
  return labels
}

/** The latest release among the jobs from `from` on, up to the next unload visit. */
function releaseOfTrip({ releaseS, jobCount }: Instance, stops: Stops, from: number): number {
  let release = Number.NEGATIVE_INFINITY
  for (let i = from; i < stops.length && (stops[i] as number) < jobCount; i++)
    release = Math.max(release, releaseS[stops[i] as number] as number)
  return release
}

function cheapestJoin(
  vehicle: VehicleClass,
  heads: LabelSet,
  ends: LabelSet,
  moves: Moves,
): { readonly departure: number; readonly trace: number } | null {
  let best: { cost: number; arrival: number; departure: number; trace: number } | null = null
  for (let head = 0; head < heads.count; head++)
    for (let end = 0; end < ends.count; end++) {
      const duration = moves.joinedDuration(vehicle, heads, head, ends, end)
      if (duration === Number.POSITIVE_INFINITY) continue
      const label = head * heads.stride
      const earliest = heads.data[label + EARLIEST] as number
      const latest = heads.data[label + LATEST] as number
      const opens = ends.data[end * ends.stride + EARLIEST] as number
      const departure = Math.min(
        latest,
        Math.max(earliest, opens - (heads.data[label + DURATION] as number)),
      )
      const cost = (heads.data[label + COST] as number) + vehicle.perS * duration
      const arrival = departure + duration
      if (best === null || cost < best.cost || (cost === best.cost && arrival < best.arrival))
        best = { cost, arrival, departure, trace: heads.data[label + TRACE] as number }
    }
  return best
}

function timed(vehicle: VehicleClass, departure: number, acts: readonly Act[]): Timetable {
  let location = vehicle.start
  let now = departure
  let distanceM = 0
  let drivenS = 0
  const { size, durations, distances } = vehicle.given
  const drive = (to: number): void => {
    const arc = location * size + to
    now += durations[arc] as number
    drivenS += durations[arc] as number
    distanceM += distances[arc] as number
    location = to
  }
  const timedActs: TimedAct[] = []
  for (const act of acts) {
    if (act.kind === 'hold') {
      const last = timedActs.pop()
      now = Math.max(now, act.opens)
      if (last !== undefined) timedActs.push({ ...last, departure: now })
      continue
    }
    drive(act.location)
    const arrival = now
    const begin = Math.max(arrival, act.opens)
    now = begin + act.durationS
    timedActs.push({ act, arrival, begin, departure: now })
  }
  drive(vehicle.end)
  const cost = vehicle.fixedCost + vehicle.perM * distanceM + vehicle.perS * (now - departure)
  return { departure, acts: timedActs, arrival: now, distanceM, drivenS, cost }
}
