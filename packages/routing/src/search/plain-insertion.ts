// The innermost loop where only loads and distance count: one look per position.
import type { VehicleClass } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import { EPSILON } from '../tolerance.ts'
import { Blink } from './blink.ts'
import { Candidates } from './candidates.ts'
import { canTakeOver, costFor } from './change-vehicles.ts'
import { gapsFor } from './head.ts'
import type { Insertion } from './insertion.ts'
import type { Near } from './near.ts'
import { noPlace, type Place } from './place.ts'
import { leastDetour } from './slots.ts'
import type { Tours } from './tours.ts'

export class PlainInsertion implements Insertion {
  readonly place: Place = noPlace()
  readonly #tours: Tours
  readonly #candidates: Candidates
  readonly #blink: Blink
  /** Touched routes without room for the job at hand. */
  readonly #full: Int32Array

  constructor(tours: Tours, blink: number, random: Random) {
    this.#tours = tours
    this.#candidates = new Candidates(tours)
    this.#full = new Int32Array(tours.slotOf.length)
    this.#blink = new Blink(blink, random)
  }

  begin(jobs: ArrayLike<number>, count: number, near: Near | null): void {
    this.#candidates.collect(jobs, count, near)
  }

  opened(vehicle: number): void {
    this.#candidates.replace(vehicle)
  }

  find(job: number, limit: number, opening: boolean): boolean {
    const { vehicles, count, atHome } = this.#candidates
    const tours = this.#tours
    const { instance, slots, slotOf, homes } = tours
    const { classOf, classes, allowed, jobCount } = instance
    const { places, arcs, stride, length, picked, loads, busyCost } = slots
    const blink = this.#blink
    const { place } = this
    const load = loads === 0 ? 0 : (instance.load[job * loads] as number)
    const oneLoad = loads === 1
    let group = -1
    let owner = classes[0] as VehicleClass
    let { driveCost, driveCostTo } = owner
    let here = 0
    let room = 0
    let service = 0
    let best = limit
    let full = 0
    place.delta = limit
    place.vehicle = -1
    place.successor = -1
    for (let i = opening ? atHome : 0; i < count; i++) {
      const vehicle = vehicles[i] as number
      if (classOf[vehicle] !== group) {
        group = classOf[vehicle] as number
        owner = classes[group] as VehicleClass
        driveCost = owner.driveCost
        driveCostTo = owner.driveCostTo
        here = (instance.site[job] as number) * owner.size
        service = owner.perS * (instance.serviceS[job] as number)
        room = loads === 0 ? 0 : (owner.capacity[0] as number) + EPSILON - load
      }
      if (allowed[group * jobCount + job] === 0) continue
      const own = slotOf[vehicle] as number
      const slot = own < 0 ? (homes[group] as number) : own
      if (oneLoad ? (picked[slot] as number) > room : !this.#hasRoom(job, slot, owner)) {
        if (classes.length === 1 || !tours.isTouched(vehicle)) continue
        if (own >= 0) this.#full[full++] = vehicle
        continue
      }
      const always = own < 0 ? service + (busyCost[slot] as number) : service
      const row = slot * stride
      let first = row
      let last = row + (length[slot] as number)
      if (owner.hasHead) {
        const gaps = gapsFor(tours, slot, job)
        last = row + gaps.last
        first = row + gaps.first
      }
      // Between its stops a route that lies far off has nothing to offer.
      const isFar = last - first > 1 && leastDetour(slots, slot, owner, here) + always >= best
      const step = isFar ? last - first : 1
      for (let at = first; at <= last; at += step) {
        const detour =
          (driveCostTo[here + (places[at] as number)] as number) +
          (driveCost[here + (places[at + 1] as number)] as number) -
          (arcs[at] as number) +
          always
        if (detour >= best || blink.next()) continue
        best = detour
        place.delta = detour
        place.vehicle = vehicle
        place.gap = at - row
        place.successor = -1
      }
    }
    // Last, since a larger vehicle is dear: what has been found spares most of the looking.
    for (let i = 0; i < full; i++) {
      const vehicle = this.#full[i] as number
      this.#scanSuccessors(job, vehicle, slotOf[vehicle] as number)
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
    if (always >= place.delta) return
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
