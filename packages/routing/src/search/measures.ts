// What follows from a route's stops: places, money, seconds, loads, reach, and by the clock its cost.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import type { Clock } from './clock/clock.ts'
import { classOfSlot, HOME, type Slots } from './slots.ts'

export class Measures {
  readonly #instance: Instance
  readonly #slots: Slots
  readonly #clock: Clock | null

  constructor(instance: Instance, slots: Slots, clock: Clock | null) {
    this.#instance = instance
    this.#slots = slots
    this.#clock = clock
  }

  /** Works out all that follows from the stops. */
  measure(slot: number): void {
    const slots = this.#slots
    const instance = this.#instance
    const clock = this.#clock
    const { places, arcs, picked, loads } = slots
    const { site, serviceS, load, jobCount } = instance
    const owner = classOfSlot(instance, slots, slot)
    const { driveCost, durations, size } = owner
    const row = slot * slots.stride
    const end = row + (slots.length[slot] as number) + 1
    const visits = slots.stops
    visits[row] = HOME
    visits[end] = HOME
    places[row] = owner.startSite
    for (let i = 0; i < loads; i++) picked[slot * loads + i] = 0
    let service = 0
    let money = 0
    let seconds = 0
    let before = owner.startSite * size
    for (let at = row + 1; at <= end; at++) {
      const stop = visits[at] as number
      const place = at === end ? owner.endSite : (site[stop] as number)
      places[at] = place
      const arc = driveCost[before + place] as number
      arcs[at - 1] = arc
      money += arc
      if (clock !== null) seconds += durations[before + place] as number
      before = place * size
      if (at === end) break
      service += serviceS[stop] as number
      if (stop < jobCount)
        for (let i = 0; i < loads; i++)
          picked[slot * loads + i] =
            (picked[slot * loads + i] as number) + (load[stop * loads + i] as number)
    }
    slots.busyCost[slot] = owner.fixedCost + money + owner.perS * service
    slots.driven[slot] = seconds
    slots.busy[slot] = seconds + service
    this.#measureReach(owner, slot)
    if (owner.unloadCount > 0) this.#weigh(slot)
    clock?.update(slot, 1, slots.length[slot] as number)
    slots.cost[slot] = this.#costOf(owner, slot)
  }

  #measureReach(owner: VehicleClass, slot: number): void {
    const { places, stride, length, centre, reach } = this.#slots
    const stops = length[slot] as number
    centre[slot] = places[slot * stride + ((stops + 1) >> 1)] as number
    reach[slot] = 0
    this.#extendReach(owner, slot, 1, stops - 1)
  }

  /** By the arcs from the stops `first` to `last` on. */
  #extendReach(owner: VehicleClass, slot: number, first: number, last: number): void {
    const { places, arcs, stride, centre, reach } = this.#slots
    const { driveCost, driveCostTo, size } = owner
    const middle = (centre[slot] as number) * size
    const row = slot * stride
    let most = reach[slot] as number
    for (let at = row + first; at <= row + last; at++) {
      const round =
        (driveCost[middle + (places[at] as number)] as number) +
        (arcs[at] as number) +
        (driveCostTo[middle + (places[at + 1] as number)] as number)
      if (round > most) most = round
    }
    reach[slot] = most
  }

  #costOf(owner: VehicleClass, slot: number): number {
    const { busyCost, busy, driven } = this.#slots
    if (this.#clock === null) return busyCost[slot] as number
    if ((driven[slot] as number) > owner.maxDriveS + EPSILON) return Number.POSITIVE_INFINITY
    const duration = this.#clock.duration(slot)
    if (duration === Number.POSITIVE_INFINITY) return duration
    return (busyCost[slot] as number) + owner.perS * (duration - (busy[slot] as number))
  }

  /** Brings all but the cost up to date after `added` stops were put behind `gap`. */
  extend(slot: number, gap: number, added: number): void {
    const { picked, stops, stride, loads } = this.#slots
    const { load, jobCount } = this.#instance
    const owner = classOfSlot(this.#instance, this.#slots, slot)
    this.#detour(owner, slot, gap, added)
    for (let at = slot * stride + gap + 1; at <= slot * stride + gap + added; at++) {
      const stop = stops[at] as number
      for (let i = 0; stop < jobCount && i < loads; i++)
        picked[slot * loads + i] =
          (picked[slot * loads + i] as number) + (load[stop * loads + i] as number)
    }
    if (owner.unloadCount > 0) this.#weigh(slot)
    this.#clock?.update(slot, gap + 1, gap + added)
  }

  /** The arcs around the `added` stops behind `gap`, and what they add to driving and work. */
  #detour(owner: VehicleClass, slot: number, gap: number, added: number): void {
    const slots = this.#slots
    const instance = this.#instance
    const clock = this.#clock
    const { stops, places, arcs, stride } = slots
    const { driveCost, durations, size } = owner
    const row = slot * stride
    let money = -(arcs[row + gap] as number)
    let seconds =
      clock === null
        ? 0
        : -(durations[
            (places[row + gap] as number) * size + (places[row + gap + added + 1] as number)
          ] as number)
    let service = 0
    for (let at = row + gap + 1; at <= row + gap + added; at++) {
      const stop = stops[at] as number
      places[at] = instance.site[stop] as number
      service += instance.serviceS[stop] as number
    }
    for (let at = row + gap; at <= row + gap + added; at++) {
      const arc = (places[at] as number) * size + (places[at + 1] as number)
      arcs[at] = driveCost[arc] as number
      money += driveCost[arc] as number
      if (clock !== null) seconds += durations[arc] as number
    }
    const last = (slots.length[slot] as number) - 1
    this.#extendReach(owner, slot, Math.max(1, gap), Math.min(gap + added, last))
    slots.busyCost[slot] = (slots.busyCost[slot] as number) + money + owner.perS * service
    slots.driven[slot] = (slots.driven[slot] as number) + seconds
    slots.busy[slot] = (slots.busy[slot] as number) + seconds + service
  }

  /** What is on board where, and on each trip in all; full behind the last unloading where that is a must. */
  #weigh(slot: number): void {
    const slots = this.#slots
    const instance = this.#instance
    const { loads, stride, stops, onBoard, ofTrip } = slots
    const { capacity, unloadAtEnd } = classOfSlot(instance, slots, slot)
    const row = slot * stride
    const end = (slots.length[slot] as number) + 1
    for (let i = 0; i < loads; i++) {
      let load = 0
      for (let position = 0; position < end; position++) {
        const stop = stops[row + position] as number
        if (stop >= instance.jobCount) load = 0
        else if (stop !== HOME) load += instance.load[stop * loads + i] as number
        onBoard[(row + position) * loads + i] = load
      }
      if (unloadAtEnd) load = load > EPSILON ? Number.POSITIVE_INFINITY : (capacity[i] as number)
      for (let position = end - 1; position >= 0; position--) {
        ofTrip[(row + position) * loads + i] = load
        if ((stops[row + position] as number) >= instance.jobCount && position > 0)
          load = onBoard[(row + position - 1) * loads + i] as number
      }
    }
  }

  /** Goes without unload visits where one trip can do what is now two, and is not held up by releases. */
  dropNeedlessUnloads(slot: number): void {
    const { length, stops, stride } = this.#slots
    const owner = classOfSlot(this.#instance, this.#slots, slot)
    if (owner.unloadCount === 0) return
    for (let position = length[slot] as number; position > 0; position--) {
      const visit = stops[slot * stride + position] as number
      if (visit < this.#instance.jobCount) continue
      const need = this.#needFor(owner, slot, position)
      if (need === 'none') this.#drop(slot, position)
      else if (need === 'releases') this.#dropIfCheaper(slot, position, visit)
    }
  }

  #drop(slot: number, position: number): void {
    const { stops, stride, length } = this.#slots
    const last = length[slot] as number
    for (let at = slot * stride + position; at < slot * stride + last; at++)
      stops[at] = stops[at + 1] as number
    length[slot] = last - 1
  }

  #dropIfCheaper(slot: number, position: number, visit: number): void {
    const { stops, stride, length, cost } = this.#slots
    this.measure(slot)
    const before = cost[slot] as number
    this.#drop(slot, position)
    this.measure(slot)
    if ((cost[slot] as number) <= before) return
    const last = length[slot] as number
    for (let at = slot * stride + last; at >= slot * stride + position; at--)
      stops[at + 1] = stops[at] as number
    stops[slot * stride + position] = visit
    length[slot] = last + 1
  }

  /** What the unload visit at `position` may be good for: nothing, room, or a later release. */
  #needFor(
    { capacity, unloadAtEnd }: VehicleClass,
    slot: number,
    position: number,
  ): 'none' | 'room' | 'releases' {
    const { stops, stride, loads, length } = this.#slots
    const { jobCount, load: loadOf, anyReleases } = this.#instance
    const row = slot * stride
    let first = position - 1
    while (first > 0 && (stops[row + first] as number) < jobCount) first--
    let last = position + 1
    const end = (length[slot] as number) + 1
    while (last < end && (stops[row + last] as number) < jobCount) last++
    if (first === position - 1) return 'none'
    if (last === position + 1 && (last < end || !unloadAtEnd)) return 'none'
    for (let i = 0; i < loads; i++) {
      let load = unloadAtEnd && last === end ? (capacity[i] as number) : 0
      for (let at = row + first + 1; at < row + last; at++)
        if (at !== row + position) load += loadOf[(stops[at] as number) * loads + i] as number
      if (load > (capacity[i] as number) + EPSILON) return 'room'
    }
    return anyReleases ? 'releases' : 'none'
  }
}
