// One vehicle's stops in order, with the labels of all its heads and tails, so that an insertion is
// priced by growing one head by one stop and joining it to one tail, wherever in the route it is.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import type { LabelSet } from '../schedule/label-set.ts'
import type { Moves } from '../schedule/moves.ts'

export class RouteState {
  readonly vehicle: CompiledVehicle
  readonly #instance: Instance
  readonly #moves: Moves
  /** Indices of the jobs, first to last. Change it through the methods alone. */
  readonly jobs: number[] = []
  /** How many of the fixed sequence's jobs lead the route. */
  headLength = 0
  /** 0 while empty; infinite where the order cannot be driven. */
  cost = 0
  /** `heads[p]`: from the start through the p-th job. */
  readonly #heads: LabelSet[] = []
  /** `tails[r]`: the last r jobs and the end, from reaching the first of them. */
  readonly #tails: LabelSet[] = []
  readonly #headPrice: number[] = []
  readonly #tailPrice: number[] = []
  #validHeads = 0
  #validTails = 0

  readonly #reached: LabelSet
  readonly #served: LabelSet
  readonly #onward: LabelSet

  constructor(instance: Instance, vehicle: CompiledVehicle, moves: Moves) {
    this.#instance = instance
    this.vehicle = vehicle
    this.#moves = moves
    this.#reached = moves.newSet()
    this.#served = moves.newSet()
    this.#onward = moves.newSet()
    moves.depart(vehicle, this.#headAt(0))
    moves.arrive(vehicle, this.#tailAt(0))
    this.#headPrice[0] = this.#headAt(0).cheapest(vehicle.perS)
    this.#tailPrice[0] = this.#tailAt(0).cheapest(vehicle.perS)
  }

  /** Where the stop at `position` is: 0 the start, 1… the jobs, then the end. */
  location(position: number): number {
    if (position === 0) return this.vehicle.start
    const job = this.jobs[position - 1]
    return job === undefined ? this.vehicle.end : (this.#instance.location[job] as number)
  }

  assign(jobs: readonly number[]): void {
    this.jobs.length = 0
    for (const job of jobs) this.jobs.push(job)
    this.#validHeads = 0
    this.#validTails = 0
    this.#label()
  }

  /** Takes over `from`'s order with `job` behind its `position`-th stop. */
  assignInserting(from: RouteState, job: number, position: number): void {
    this.jobs.length = 0
    for (const other of from.jobs) this.jobs.push(other)
    this.#validHeads = 0
    this.#validTails = 0
    this.insert(job, position)
  }

  insert(job: number, position: number): void {
    const after = this.jobs.length - position
    this.jobs.splice(position, 0, job)
    this.#validHeads = Math.min(this.#validHeads, position)
    this.#validTails = Math.min(this.#validTails, after)
    this.#label()
  }

  /**
   * A bound below {@link costInserting}, as a difference to the present cost: driving and service
   * between the cheapest head and the cheapest tail. Exact where nothing waits or unloads there.
   * Holds where no detour is shorter than the direct way.
   */
  leastDelta(job: number, position: number): number {
    const { driveCost, size, perS } = this.vehicle
    const at = this.#instance.location[job] as number
    return (
      (this.#headPrice[position] as number) +
      (driveCost[this.location(position) * size + at] as number) +
      perS * (this.#instance.serviceS[job] as number) +
      (driveCost[at * size + this.location(position + 1)] as number) +
      (this.#tailPrice[this.jobs.length - position] as number) -
      this.cost
    )
  }

  /** What the route would cost with `job` behind its `position`-th stop; infinite where it cannot be. */
  costInserting(job: number, position: number): number {
    const moves = this.#moves
    const { vehicle } = this
    const at = this.#instance.location[job] as number
    const head = this.#heads[position] as LabelSet
    const tail = this.#tails[this.jobs.length - position] as LabelSet
    this.#reached.clear()
    this.#served.clear()
    this.#onward.clear()
    moves.link('forward', vehicle, head, this.#reached, this.location(position), at)
    moves.serve('forward', vehicle, this.#reached, this.#served, job)
    moves.link('forward', vehicle, this.#served, this.#onward, at, this.location(position + 1))
    return moves.join(vehicle, this.#onward, tail)
  }

  #label(): void {
    const { jobs } = this
    for (let position = this.#validHeads + 1; position <= jobs.length; position++)
      this.#labelHead(position)
    for (let rest = this.#validTails + 1; rest <= jobs.length; rest++) this.#labelTail(rest)
    this.#validHeads = jobs.length
    this.#validTails = jobs.length
    this.cost = this.#ownCost()
    this.headLength = 0
    while (this.#isHead(jobs[this.headLength])) this.headLength++
  }

  #isHead(job: number | undefined): boolean {
    return job !== undefined && (this.#instance.headRank[job] as number) >= 0
  }

  #labelHead(position: number): void {
    const moves = this.#moves
    const { vehicle } = this
    const job = this.jobs[position - 1] as number
    const head = this.#headAt(position)
    this.#reached.clear()
    head.clear()
    moves.link(
      'forward',
      vehicle,
      this.#headAt(position - 1),
      this.#reached,
      this.location(position - 1),
      this.location(position),
    )
    moves.serve('forward', vehicle, this.#reached, head, job)
    this.#headPrice[position] = head.cheapest(vehicle.perS)
  }

  #labelTail(rest: number): void {
    const moves = this.#moves
    const { vehicle } = this
    const position = this.jobs.length - rest + 1
    const job = this.jobs[position - 1] as number
    const tail = this.#tailAt(rest)
    this.#reached.clear()
    tail.clear()
    moves.link(
      'backward',
      vehicle,
      this.#tailAt(rest - 1),
      this.#reached,
      this.location(position),
      this.location(position + 1),
    )
    moves.serve('backward', vehicle, this.#reached, tail, job)
    this.#tailPrice[rest] = tail.cheapest(vehicle.perS)
  }

  #ownCost(): number {
    const { jobs, vehicle } = this
    if (jobs.length === 0) return 0
    this.#onward.clear()
    this.#moves.link(
      'forward',
      vehicle,
      this.#headAt(jobs.length),
      this.#onward,
      this.location(jobs.length),
      vehicle.end,
    )
    return this.#moves.join(vehicle, this.#onward, this.#tailAt(0))
  }

  #headAt(position: number): LabelSet {
    const known = this.#heads[position] ?? this.#moves.newSet()
    this.#heads[position] = known
    return known
  }

  #tailAt(rest: number): LabelSet {
    const known = this.#tails[rest] ?? this.#moves.newSet()
    this.#tails[rest] = known
    return known
  }
}
