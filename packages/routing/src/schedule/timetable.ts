// From a stop order to times: which windows, when to rest, when to leave, and on request where to unload.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
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
  readonly cost: number
}

/** Jobs by index; an unload visit is -1 - the place's index. */
export type Stops = readonly number[]

/**
 * Given: the stops are all there is. Free: the stops are jobs alone, and unload visits are put between
 * them where they serve best.
 */
export type Unloading = 'given' | 'free'

/**
 * The cheapest way to serve these stops in this order, as far as the limits go; among equals the one
 * that ends first. It leaves as late as possible without ending later. `null` where there is none.
 */
export function timetable(
  instance: Instance,
  vehicle: CompiledVehicle,
  stops: Stops,
  unloading: Unloading,
  limits: LabelLimits,
): Timetable | null {
  const trace = new Trace()
  const moves = new Moves({ instance, limits, trace })
  const heads = headsAtEnd(instance, vehicle, stops, unloading, moves)
  const tails = moves.newSet()
  moves.arrive(vehicle, tails)
  const best = cheapestJoin(vehicle, heads, tails, moves)
  return best === null ? null : timed(vehicle, best.departure, trace.read(best.trace))
}

/** Where a stop is. */
export const locationOf = (instance: Instance, vehicle: CompiledVehicle, stop: number): number =>
  stop >= 0
    ? (instance.location[stop] as number)
    : (vehicle.unloads[-1 - stop] as CompiledVehicle['unloads'][number]).location

function headsAtEnd(
  instance: Instance,
  vehicle: CompiledVehicle,
  stops: Stops,
  unloading: Unloading,
  moves: Moves,
): LabelSet {
  let location = vehicle.start
  let labels = moves.newSet()
  moves.depart(vehicle, labels)
  const goTo = (destination: number): void => {
    const reached = moves.newSet()
    if (unloading === 'free')
      moves.driveOrUnload('forward', vehicle, labels, reached, location, destination)
    else moves.drive('forward', vehicle, labels, reached, location, destination)
    labels = reached
    location = destination
  }
  for (const stop of stops) {
    goTo(locationOf(instance, vehicle, stop))
    const served = moves.newSet()
    if (stop >= 0) moves.serve('forward', vehicle, labels, served, stop)
    else moves.unload('forward', vehicle, labels, served, -1 - stop)
    labels = served
  }
  goTo(vehicle.end)
  return labels
}

function cheapestJoin(
  vehicle: CompiledVehicle,
  heads: LabelSet,
  tails: LabelSet,
  moves: Moves,
): { readonly departure: number; readonly trace: number } | null {
  let best: { cost: number; arrival: number; departure: number; trace: number } | null = null
  for (let head = 0; head < heads.count; head++)
    for (let tail = 0; tail < tails.count; tail++) {
      const duration = moves.joinedDuration(vehicle, heads, head, tails, tail)
      if (duration === Number.POSITIVE_INFINITY) continue
      const label = head * heads.stride
      const earliest = heads.data[label + EARLIEST] as number
      const latest = heads.data[label + LATEST] as number
      const opens = tails.data[tail * tails.stride + EARLIEST] as number
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

function timed(vehicle: CompiledVehicle, departure: number, acts: readonly Act[]): Timetable {
  let location = vehicle.start
  let now = departure
  let distanceM = 0
  const drive = (to: number): void => {
    const arc = location * vehicle.size + to
    now += vehicle.durations[arc] as number
    distanceM += vehicle.distances[arc] as number
    location = to
  }
  const timedActs = acts.map((act) => {
    drive(act.location)
    const arrival = now
    const begin = Math.max(arrival, act.opens)
    now = begin + act.durationS
    return { act, arrival, begin, departure: now }
  })
  drive(vehicle.end)
  const cost = vehicle.fixedCost + vehicle.perM * distanceM + vehicle.perS * (now - departure)
  return { departure, acts: timedActs, arrival: now, distanceM, cost }
}
