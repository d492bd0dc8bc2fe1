// From a stop order to times: which windows, where to unload, when to rest, when to leave.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import { COST, DURATION, EARLIEST, LATEST, type LabelSet, TRACE } from './label-set.ts'
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

/**
 * The cheapest way to serve these jobs in this order; among equals the one that ends first. It leaves
 * as late as possible without ending later. `null` where the order cannot be served.
 */
export function timetable(
  instance: Instance,
  vehicle: CompiledVehicle,
  jobs: readonly number[],
): Timetable | null {
  const trace = new Trace()
  const moves = new Moves({ instance, trace })
  const heads = headsAtEnd(instance, vehicle, jobs, moves)
  const tails = moves.newSet()
  moves.arrive(vehicle, tails)
  const best = cheapestJoin(vehicle, heads, tails, moves)
  return best === null ? null : timed(vehicle, best.departure, trace.read(best.trace))
}

function headsAtEnd(
  instance: Instance,
  vehicle: CompiledVehicle,
  jobs: readonly number[],
  moves: Moves,
): LabelSet {
  let location = vehicle.start
  let served = moves.newSet()
  moves.depart(vehicle, served)
  for (const job of jobs) {
    const reached = moves.newSet()
    const next = moves.newSet()
    const destination = instance.location[job] as number
    moves.link('forward', vehicle, served, reached, location, destination)
    moves.serve('forward', vehicle, reached, next, job)
    served = next
    location = destination
  }
  const atEnd = moves.newSet()
  moves.link('forward', vehicle, served, atEnd, location, vehicle.end)
  return atEnd
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
