// The innermost loop where only loads and distance count: one look per position.
import type { VehicleClass } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import { EPSILON } from '../tolerance.ts'
import { Blink } from './blink.ts'
import { Candidates } from './candidates.ts'
import { canTakeOver, costFor } from './change-vehicles.ts'
import { gapsFor } from './head.ts'
import type { Insertion } from './insertion.ts'
import { noPlace, type Place } from './place.ts'
import type { Tours } from './tours.ts'

export class PlainInsertion implements Insertion {
  readonly place: Place = noPlace()
  readonly #tours: Tours
  readonly #candidates: Candidates
  readonly #blink: Blink

  constructor(tours: Tours, blink: number, random: Random) {
    this.#tours = tours
    this.#candidates = new Candidates(tours)
    this.#blink = new Blink(blink, random)
  }

  begin(jobs: ArrayLike<number>, count: number): void {
    this.#candidates.collect(jobs, count)
  }

  opened(vehicle: number): void {
    this.#candidates.replace(vehicle)
  }

  find(job: number, limit: number, opening: boolean): boolean {
    const { vehicles, count, atHome } = this.#candidates
    const { place } = this
    const { instance, slotOf, homes } = this.#tours
    const { classOf, classes, allowed, jobCount } = instance
    place.delta = limit
    place.vehicle = -1
    place.successor = -1
    for (let i = opening ? atHome : 0; i < count; i++) {
      const vehicle = vehicles[i] as number
      const group = classOf[vehicle] as number
      if (allowed[group * jobCount + job] === 0) continue
      const own = slotOf[vehicle] as number
      const slot = own < 0 ? (homes[group] as number) : own
      const owner = classes[group] as VehicleClass
      if (this.#hasRoom(job, slot, owner)) this.#scan(job, vehicle, slot, owner)
      else if (classes.length > 1 && this.#tours.isTouched(vehicle))
        this.#scanSuccessors(job, vehicle, slot)
    }
    return place.vehicle >= 0
  }

  #hasRoom(job: number, slot: number, { capacity }: VehicleClass): boolean {
    const { picked, loads } = this.#tours.slots
    const { load } = this.#tours.instance
    for (let i = 0; i < loads; i++) {
      const together = (picked[slot * loads + i] as number) + (load[job * loads + i] as number)
      if (together > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  #scan(job: number, vehicle: number, slot: number, owner: VehicleClass): void {
    const { place } = this
    const { slots, instance } = this.#tours
    const { busyCost, cost, length, stride, centre, reach } = slots
    const { driveCost, driveCostTo, size, perS } = owner
    const row = slot * stride
    const stops = length[slot] as number
    const here = (instance.site[job] as number) * size
    const always =
      (busyCost[slot] as number) -
      (cost[slot] as number) +
      perS * (instance.serviceS[job] as number)
    if (owner.hasHead) {
      const { first, last } = gapsFor(this.#tours, slot, job)
      this.#scanGaps(vehicle, owner, row, here, first, last, always)
      return
    }
    const middle = here + (centre[slot] as number)
    const least = (driveCost[middle] as number) + (driveCostTo[middle] as number)
    if (stops > 1 && least - (reach[slot] as number) + always >= place.delta) {
      this.#scanGaps(vehicle, owner, row, here, 0, 0, always)
      this.#scanGaps(vehicle, owner, row, here, stops, stops, always)
    } else this.#scanGaps(vehicle, owner, row, here, 0, stops, always)
  }

  #scanGaps(
    vehicle: number,
    owner: VehicleClass,
    row: number,
    here: number,
    first: number,
    last: number,
    always: number,
  ): void {
    const { place } = this
    const { places, arcs } = this.#tours.slots
    const { driveCost, driveCostTo } = owner
    let best = place.delta - always
    let there = driveCostTo[here + (places[row + first] as number)] as number
    for (let at = row + first; at <= row + last; at++) {
      const next = here + (places[at + 1] as number)
      const detour = there + (driveCost[next] as number) - (arcs[at] as number)
      there = driveCostTo[next] as number
      if (detour < best && !this.#blink.next()) {
        best = detour
        place.delta = detour + always
        place.vehicle = vehicle
        place.gap = at - row
        place.successor = -1
      }
    }
  }

  /** Larger vehicles at home that could take over the route and serve the job too. */
  #scanSuccessors(job: number, vehicle: number, slot: number): void {
    const { classes } = this.#tours.instance
    for (const other of classes)
      if (canTakeOver(this.#tours, slot, other, job)) this.#scanFor(job, vehicle, slot, other)
  }

  #scanFor(job: number, vehicle: number, slot: number, other: VehicleClass): void {
    const { place } = this
    const { slots, instance, idle } = this.#tours
    if (instance.allowed[other.index * instance.jobCount + job] === 0) return
    const { driveCost, driveCostTo, size, perS, startSite, endSite } = other
    const { places, length, cost, stride } = slots
    const here = (instance.site[job] as number) * size
    const succession = costFor(this.#tours, slot, other) - (cost[slot] as number)
    const always = succession + perS * (instance.serviceS[job] as number)
    const row = slot * stride
    const stops = length[slot] as number
    let from = startSite
    for (let gap = 0; gap <= stops; gap++) {
      const to = gap === stops ? endSite : (places[row + gap + 1] as number)
      const detour =
        (driveCostTo[here + from] as number) +
        (driveCost[here + to] as number) -
        (driveCost[from * size + to] as number)
      from = to
      if (detour + always >= place.delta || this.#blink.next()) continue
      place.delta = detour + always
      place.vehicle = vehicle
      place.gap = gap
      place.successor = idle[other.index]?.members.at(-1) as number
      place.succession = succession
    }
  }
}
