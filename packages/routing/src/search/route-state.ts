// One vehicle's stops in order, with the labels of all its heads and tails, so that an insertion is
// priced by growing one head and joining it to one tail, wherever in the route it is.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import { type LabelSet, LOAD } from '../schedule/label-set.ts'
import type { Moves } from '../schedule/moves.ts'
import { leastJoined, Summary } from '../schedule/summary.ts'
import { locationOf, type Stops } from '../schedule/timetable.ts'
import { EPSILON } from '../tolerance.ts'
import { withoutNeedlessUnloads } from './needless-unloads.ts'

/** No unload visit. */
export const NONE = -1

export class RouteState {
  readonly vehicle: CompiledVehicle
  readonly #instance: Instance
  readonly #moves: Moves
  /** Jobs and unload visits, first to last; see {@link Stops}. */
  readonly #stops: number[] = []
  readonly #jobs: number[] = []
  /** 0 while empty; infinite where the order cannot be driven. */
  #cost = 0
  /** `heads[p]`: from the start through the p-th stop. */
  readonly #heads: LabelSet[] = []
  /** `tails[r]`: the last r stops and the end, from reaching the first of them. */
  readonly #tails: LabelSet[] = []
  readonly #headSummaries: Summary[] = []
  readonly #tailSummaries: Summary[] = []
  #validHeads = 0
  #validTails = 0
  /** All that is picked up, per load. */
  readonly #picked: Float64Array

  readonly #reached: LabelSet
  readonly #served: LabelSet

  constructor(instance: Instance, vehicle: CompiledVehicle, moves: Moves) {
    this.#instance = instance
    this.vehicle = vehicle
    this.#moves = moves
    this.#picked = new Float64Array(instance.loadCount)
    this.#reached = moves.newSet()
    this.#served = moves.newSet()
    this.#makeSets(0)
    moves.depart(vehicle, this.#head(0))
    moves.arrive(vehicle, this.#tail(0))
    this.#headSummaries[0]?.of(this.#head(0), vehicle.perS)
    this.#tailSummaries[0]?.of(this.#tail(0), vehicle.perS)
  }

  get stops(): Stops {
    return this.#stops
  }

  /** The stops without unload visits. */
  get jobs(): readonly number[] {
    return this.#jobs
  }

  get cost(): number {
    return this.#cost
  }

  /** Where the stop at `position` is: 0 the start, 1… the stops, then the end. */
  location(position: number): number {
    if (position === 0) return this.vehicle.start
    const stop = this.#stops[position - 1]
    return stop === undefined ? this.vehicle.end : locationOf(this.#instance, this.vehicle, stop)
  }

  /** Takes on these stops, without the unload visits that they do not need. */
  assign(stops: Stops): void {
    this.#copy(withoutNeedlessUnloads(stops, this.vehicle, this.#instance))
    this.#label()
  }

  /** Takes on the stops of `from`, with `job` inserted. */
  assignInserting(from: RouteState, job: number, gap: number, before: number, after: number): void {
    this.#copy(from.stops)
    this.insert(job, gap, before, after)
  }

  /** Puts `job` behind the `gap`-th stop, with unload visits right before and after it or {@link NONE}. */
  insert(job: number, gap: number, before: number, after: number): void {
    this.#validHeads = Math.min(this.#validHeads, gap)
    this.#validTails = Math.min(this.#validTails, this.#stops.length - gap)
    if (after !== NONE) this.#stops.splice(gap, 0, -1 - after)
    this.#stops.splice(gap, 0, job)
    if (before !== NONE) this.#stops.splice(gap, 0, -1 - before)
    this.#label()
  }

  /** False where the job is too much for all that the vehicle can hold, and it cannot unload. */
  mayHold(job: number): boolean {
    const { load, loadCount } = this.#instance
    const { capacity, unloads } = this.vehicle
    if (unloads.length > 0) return true
    for (let i = 0; i < loadCount; i++) {
      const together = (this.#picked[i] as number) + (load[job * loadCount + i] as number)
      if (together > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  /** Whether there is room for `job` in the gap, if one unloads right before or after it. */
  hasRoom(job: number, gap: number, unloadsBefore: boolean, unloadsAfter: boolean): boolean {
    const { load, loadCount } = this.#instance
    const head = this.#head(gap).data
    const tail = this.#tail(this.#stops.length - gap).data
    for (let i = 0; i < loadCount; i++) {
      const before = unloadsBefore ? 0 : (head[LOAD + i] as number)
      const after = unloadsAfter ? 0 : (tail[LOAD + i] as number)
      const together = before + (load[job * loadCount + i] as number) + after
      if (together > (this.vehicle.capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  /**
   * A bound below {@link costInserting}, as a difference to the present cost; infinite where there is
   * no time. Holds where no detour is shorter than the direct way.
   */
  leastDelta(job: number, gap: number, before: number, after: number): number {
    const { driveCost, durations, size, perS, maxDurationS, unloads } = this.vehicle
    const at = this.#instance.location[job] as number
    let service = this.#instance.serviceS[job] as number
    let origin = this.location(gap)
    let destination = this.location(gap + 1)
    let seconds = 0
    let money = 0
    if (before !== NONE) {
      const place = unloads[before] as CompiledVehicle['unloads'][number]
      const arc = origin * size + place.location
      seconds += durations[arc] as number
      money += driveCost[arc] as number
      service += place.serviceS
      origin = place.location
    }
    if (after !== NONE) {
      const place = unloads[after] as CompiledVehicle['unloads'][number]
      const arc = place.location * size + destination
      seconds += durations[arc] as number
      money += driveCost[arc] as number
      service += place.serviceS
      destination = place.location
    }
    const there = origin * size + at
    const onward = at * size + destination
    seconds += (durations[there] as number) + service + (durations[onward] as number)
    money += (driveCost[there] as number) + perS * service + (driveCost[onward] as number)
    const head = this.#headSummaries[gap] as Summary
    const tail = this.#tailSummaries[this.#stops.length - gap] as Summary
    return leastJoined(head, tail, seconds - EPSILON, money, maxDurationS) - this.#cost
  }

  /** What the route would cost after {@link insert}; infinite where it could not be driven. */
  costInserting(job: number, gap: number, before: number, after: number): number {
    let labels = this.#head(gap)
    let at = this.location(gap)
    if (before !== NONE) {
      labels = this.#growCopy(labels, at, -1 - before)
      at = locationOf(this.#instance, this.vehicle, -1 - before)
    }
    labels = this.#growCopy(labels, at, job)
    at = this.#instance.location[job] as number
    if (after !== NONE) {
      labels = this.#growCopy(labels, at, -1 - after)
      at = locationOf(this.#instance, this.vehicle, -1 - after)
    }
    this.#reached.clear()
    this.#moves.drive('forward', this.vehicle, labels, this.#reached, at, this.location(gap + 1))
    const tail = this.#tail(this.#stops.length - gap)
    return this.#moves.join(this.vehicle, this.#reached, tail)
  }

  /** `labels` with one stop more, in a set that the next call may read and will overwrite. */
  #growCopy(labels: LabelSet, origin: number, stop: number): LabelSet {
    const { vehicle } = this
    const destination = locationOf(this.#instance, vehicle, stop)
    this.#reached.clear()
    this.#moves.drive('forward', vehicle, labels, this.#reached, origin, destination)
    this.#served.clear()
    this.#visit('forward', this.#reached, this.#served, stop)
    return this.#served
  }

  #visit(direction: 'forward' | 'backward', from: LabelSet, to: LabelSet, stop: number): void {
    if (stop >= 0) this.#moves.serve(direction, this.vehicle, from, to, stop)
    else this.#moves.unload(direction, this.vehicle, from, to, -1 - stop)
  }

  #copy(stops: Stops): void {
    this.#stops.length = 0
    for (const stop of stops) this.#stops.push(stop)
    this.#validHeads = 0
    this.#validTails = 0
  }

  #label(): void {
    const { length } = this.#stops
    for (let p = this.#validHeads + 1; p <= length; p++) this.#labelHead(p)
    for (let r = this.#validTails + 1; r <= length; r++) this.#labelTail(r)
    this.#validHeads = length
    this.#validTails = length
    this.#count()
    this.#cost = this.#ownCost()
  }

  #labelHead(position: number): void {
    this.#makeSets(position)
    const { vehicle } = this
    const head = this.#head(position)
    const before = this.#head(position - 1)
    this.#reached.clear()
    head.clear()
    const origin = this.location(position - 1)
    const here = this.location(position)
    this.#moves.drive('forward', vehicle, before, this.#reached, origin, here)
    this.#visit('forward', this.#reached, head, this.#stops[position - 1] as number)
    this.#headSummaries[position]?.of(head, vehicle.perS)
  }

  #labelTail(rest: number): void {
    this.#makeSets(rest)
    const { vehicle } = this
    const tail = this.#tail(rest)
    const behind = this.#tail(rest - 1)
    const position = this.#stops.length - rest + 1
    this.#reached.clear()
    tail.clear()
    const here = this.location(position)
    const destination = this.location(position + 1)
    this.#moves.drive('backward', vehicle, behind, this.#reached, here, destination)
    this.#visit('backward', this.#reached, tail, this.#stops[position - 1] as number)
    this.#tailSummaries[rest]?.of(tail, vehicle.perS)
  }

  /** The jobs among the stops, and what they bring. */
  #count(): void {
    const { load, loadCount } = this.#instance
    this.#jobs.length = 0
    this.#picked.fill(0)
    for (const stop of this.#stops) {
      if (stop < 0) continue
      this.#jobs.push(stop)
      for (let i = 0; i < loadCount; i++)
        this.#picked[i] = (this.#picked[i] as number) + (load[stop * loadCount + i] as number)
    }
  }

  #ownCost(): number {
    const { length } = this.#stops
    if (length === 0) return 0
    const { vehicle } = this
    this.#reached.clear()
    const last = this.location(length)
    this.#moves.drive('forward', vehicle, this.#head(length), this.#reached, last, vehicle.end)
    return this.#moves.join(vehicle, this.#reached, this.#tail(0))
  }

  #head(position: number): LabelSet {
    return this.#heads[position] as LabelSet
  }

  #tail(rest: number): LabelSet {
    return this.#tails[rest] as LabelSet
  }

  #makeSets(index: number): void {
    if (this.#heads[index] !== undefined) return
    this.#heads[index] = this.#moves.newSet()
    this.#tails[index] = this.#moves.newSet()
    this.#headSummaries[index] = new Summary(this.vehicle.breaks.length)
    this.#tailSummaries[index] = new Summary(this.vehicle.breaks.length)
  }
}
