// Finding the cheapest place where time counts too. Three questions per position, cheapest first: can it be
// in time at all, would the detour alone be too dear, and what does the route cost exactly.
import type { VehicleClass } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import { EPSILON } from '../tolerance.ts'
import { Blink } from './blink.ts'
import { Candidates } from './candidates.ts'
import { DurationClock } from './clock/duration-clock.ts'
import type { FinishClock } from './clock/finish-clock.ts'
import { NEVER } from './clock/label.ts'
import { gapsFor } from './head.ts'
import type { Insertion } from './insertion.ts'
import type { Near } from './near.ts'
import { NONE, noPlace, type Place } from './place.ts'
import { leastDetour } from './slots.ts'
import type { Tours } from './tours.ts'

export class TimedInsertion implements Insertion {
  readonly place: Place = noPlace()
  readonly #tours: Tours
  /** One of the two. */
  readonly #hours: DurationClock | null
  readonly #finish: FinishClock | null
  readonly #candidates: Candidates
  readonly #blink: Blink
  /** Where the job at hand may go on the route at hand, and the detours there, money. */
  #gaps = new Int32Array(0)
  #detours = new Float64Array(0)

  constructor(tours: Tours, clock: DurationClock | FinishClock, blink: number, random: Random) {
    this.#tours = tours
    this.#hours = clock instanceof DurationClock ? clock : null
    this.#finish = clock instanceof DurationClock ? null : clock
    this.#candidates = new Candidates(tours)
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
    const { place } = this
    const { instance, slotOf, homes } = this.#tours
    const { classOf, classes, allowed, jobCount } = instance
    place.delta = limit
    place.vehicle = -1
    // At equal cost a vehicle of its own leaves more time to all.
    const among = opening ? count - atHome : count
    for (let n = 0; n < among; n++) {
      const i = (n + atHome) % count
      const vehicle = vehicles[i] as number
      const group = classOf[vehicle] as number
      if (allowed[group * jobCount + job] === 0) continue
      const own = slotOf[vehicle] as number
      const slot = own < 0 ? (homes[group] as number) : own
      this.scan(job, vehicle, slot, classes[group] as VehicleClass)
    }
    return place.vehicle >= 0
  }

  /** The gaps of one route. */
  scan(job: number, vehicle: number, slot: number, owner: VehicleClass): void {
    const { place } = this
    const multiTrip = owner.unloadCount > 0
    if (!multiTrip && !this.#fits(job, slot, owner)) return
    const service = this.#tours.instance.serviceS[job] as number
    const rests = this.#hours !== null ? this.#restsOnRoad(slot, owner) : 0
    const spareS = this.#hours !== null ? this.#spareSeconds(slot, owner) - rests - service : NEVER
    if (spareS < 0) return
    const always = this.#savings(slot) + owner.perS * (rests + service)
    const found = this.#noteGaps(job, slot, owner, place.delta - always, spareS)
    for (let i = 0; i < found; i++) {
      const gap = this.#gaps[i] as number
      const detour = this.#detours[i] as number
      if (detour + always >= place.delta) continue
      if (!multiTrip) this.#offer(job, vehicle, slot, owner, gap, NONE, NONE, detour)
      else this.#offerTrips(job, vehicle, slot, owner, gap, detour)
    }
  }

  /**
   * Notes the gaps where the job can be in time for a detour below `most` money and up to `spareS`; how many there
   * are. They are judged afterwards, since a loop without calls is faster.
   */
  #noteGaps(job: number, slot: number, owner: VehicleClass, most: number, spareS: number): number {
    const { slots, instance } = this.#tours
    const { places, arcs, stride, length, finish, deadline } = slots
    const { driveCost, driveCostTo, durations, durationsTo, size } = owner
    if (this.#gaps.length < stride) {
      this.#gaps = new Int32Array(stride)
      this.#detours = new Float64Array(stride)
    }
    const gaps = this.#gaps
    const detours = this.#detours
    const row = slot * stride
    const end = row + (length[slot] as number)
    const here = (instance.site[job] as number) * size
    const service = instance.serviceS[job] as number
    const opens = instance.opens[job] as number
    const closes = (instance.closes[job] as number) + EPSILON
    const hasHours = spareS < NEVER
    const { first, last } = owner.hasHead
      ? gapsFor(this.#tours, slot, job)
      : { first: 0, last: end - row }
    // Between its stops a route that lies far off has nothing to offer.
    const isFar = last - first > 1 && leastDetour(slots, slot, owner, here) >= most
    const step = isFar ? last - first : 1
    let found = 0
    for (let at = row + first; at <= row + last; at += step) {
      const leave = finish[at] as number
      if (leave > closes) break
      const due = (deadline[row + end - at] as number) + EPSILON
      if (opens + service > due) continue
      const from = here + (places[at] as number)
      const to = here + (places[at + 1] as number)
      const detour =
        (driveCostTo[from] as number) + (driveCost[to] as number) - (arcs[at] as number)
      if (detour >= most) continue
      const toS = durationsTo[from] as number
      const onS = durations[to] as number
      const arrival = leave + toS
      if (arrival > closes || Math.max(arrival, opens) + service + onS > due) continue
      if (hasHours) {
        const arcS = durations[(places[at] as number) * size + (places[at + 1] as number)] as number
        if (toS + onS - arcS > spareS) continue
      }
      gaps[found] = at - row
      detours[found++] = detour
    }
    return found
  }

  /** How much longer the vehicle may be out, beside what it drives and serves now. */
  #spareSeconds(slot: number, { maxDurationS }: VehicleClass): number {
    return maxDurationS + EPSILON - (this.#tours.slots.busy[slot] as number)
  }

  /** What an insertion costs beside detour, service and rest: it may save all waiting, and opens an empty route. */
  #savings(slot: number): number {
    const { busyCost, cost } = this.#tours.slots
    return (busyCost[slot] as number) - (cost[slot] as number)
  }

  /** Seconds of rest that the route has now, and is taken to keep: all of its breaks or none. */
  #restsOnRoad(slot: number, { breaks, perS }: VehicleClass): number {
    if (breaks.length === 0 || perS === 0) return 0
    const { busyCost, cost } = this.#tours.slots
    let seconds = 0
    for (let i = 0; i < breaks.length; i++)
      seconds += (breaks[i] as VehicleClass['breaks'][number]).durationS
    const idle = (cost[slot] as number) - (busyCost[slot] as number)
    return idle + EPSILON < perS * seconds ? 0 : seconds
  }

  #fits(job: number, slot: number, { capacity }: VehicleClass): boolean {
    const { picked, loads } = this.#tours.slots
    const { load } = this.#tours.instance
    for (let i = 0; i < loads; i++) {
      const together = (picked[slot * loads + i] as number) + (load[job * loads + i] as number)
      if (together > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  /** Whether there is room in the gap if one unloads right before or after the job, or both. */
  #hasRoom(
    job: number,
    slot: number,
    { capacity }: VehicleClass,
    gap: number,
    unloadsBefore: boolean,
    unloadsAfter: boolean,
  ): boolean {
    const { onBoard, ofTrip, loads, stride } = this.#tours.slots
    const { load } = this.#tours.instance
    for (let i = 0; i < loads; i++) {
      const at = (slot * stride + gap) * loads + i
      const head = onBoard[at] as number
      const trip = ofTrip[at] as number
      const tail = trip === Number.POSITIVE_INFINITY ? (capacity[i] as number) : trip - head
      const together =
        (unloadsBefore ? 0 : head) + (load[job * loads + i] as number) + (unloadsAfter ? 0 : tail)
      if (together > (capacity[i] as number) + EPSILON) return false
    }
    return true
  }

  #offerTrips(
    job: number,
    vehicle: number,
    slot: number,
    owner: VehicleClass,
    gap: number,
    detour: number,
  ): void {
    const fits = this.#hasRoom(job, slot, owner, gap, false, false)
    if (fits) this.#offer(job, vehicle, slot, owner, gap, NONE, NONE, detour)
    if (fits && !this.#tours.instance.anyReleases) return
    const { firstUnload, unloadCount } = owner
    const afterFirst = this.#hasRoom(job, slot, owner, gap, true, false)
    const beforeLast = this.#hasRoom(job, slot, owner, gap, false, true)
    const { anyReleases } = this.#tours.instance
    const between = anyReleases || (!afterFirst && !beforeLast)
    for (let unload = firstUnload; unload < firstUnload + unloadCount; unload++) {
      if (afterFirst) this.#offerVia(job, vehicle, slot, owner, gap, unload, NONE)
      if (beforeLast) this.#offerVia(job, vehicle, slot, owner, gap, NONE, unload)
      for (let second = firstUnload; between && second < firstUnload + unloadCount; second++)
        this.#offerVia(job, vehicle, slot, owner, gap, unload, second)
    }
  }

  #offerVia(
    job: number,
    vehicle: number,
    slot: number,
    owner: VehicleClass,
    gap: number,
    before: number,
    after: number,
  ): void {
    const { places, arcs, stride } = this.#tours.slots
    const { site, serviceS } = this.#tours.instance
    const { driveCost, size, perS } = owner
    const row = slot * stride + gap
    let from = places[row] as number
    let money = -(arcs[row] as number)
    if (before !== NONE) {
      const place = site[before] as number
      money += (driveCost[from * size + place] as number) + perS * (serviceS[before] as number)
      from = place
    }
    let to = places[row + 1] as number
    if (after !== NONE) {
      const place = site[after] as number
      money += (driveCost[place * size + to] as number) + perS * (serviceS[after] as number)
      to = place
    }
    const here = site[job] as number
    money += (driveCost[from * size + here] as number) + (driveCost[here * size + to] as number)
    this.#offer(job, vehicle, slot, owner, gap, before, after, money)
  }

  /** `money`: for the detour, and the service at unload places. */
  #offer(
    job: number,
    vehicle: number,
    slot: number,
    owner: VehicleClass,
    gap: number,
    before: number,
    after: number,
    money: number,
  ): void {
    const { place } = this
    const { busyCost, cost, busy } = this.#tours.slots
    const { serviceS } = this.#tours.instance
    const { perS } = owner
    const busyMoney = (busyCost[slot] as number) + money + perS * (serviceS[job] as number)
    let delta = busyMoney - (cost[slot] as number)
    const rests = this.#hours !== null ? this.#restsOnRoad(slot, owner) : 0
    if (delta + perS * rests >= place.delta) return
    const limited = owner.maxDriveS < Number.POSITIVE_INFINITY
    const seconds =
      limited || this.#hours !== null ? this.#secondsMore(job, slot, owner, gap, before, after) : 0
    if (limited && !this.#mayDrive(job, slot, owner, before, after, seconds)) return
    if (this.#hours !== null) {
      const enough = (busy[slot] as number) + seconds + rests + EPSILON
      if (enough > owner.maxDurationS + 2 * EPSILON) return
      const there = this.#tours.slots.stride * slot + gap
      if (!this.#hours.mayFit(slot, gap, seconds + this.#arcSeconds(owner, there))) return
      const duration = this.#hours.durationInserting(slot, gap, before, job, after, enough)
      if (duration === Number.POSITIVE_INFINITY) return
      delta += perS * (duration - (busy[slot] as number) - seconds)
      if (delta >= place.delta) return
    } else if (
      (before !== NONE || after !== NONE) &&
      this.#finish?.allowsInserting(slot, gap, before, job, after) === false
    )
      return
    else if (this.#mayMissItsWindow(job, slot, gap)) return
    if (this.#blink.next()) return
    place.delta = delta
    place.vehicle = vehicle
    place.gap = gap
    place.before = before
    place.after = after
  }

  /** The quick check took the time from the first opening to the last closing for one window. */
  #mayMissItsWindow(job: number, slot: number, gap: number): boolean {
    const windows = this.#tours.instance.windows[job]
    if (windows === undefined || windows.length === 2) return false
    return this.#finish?.allowsInserting(slot, gap, NONE, job, NONE) === false
  }

  /** Driving and service that the insertion adds. */
  #secondsMore(
    job: number,
    slot: number,
    owner: VehicleClass,
    gap: number,
    before: number,
    after: number,
  ): number {
    const { places, stride } = this.#tours.slots
    const { site, serviceS } = this.#tours.instance
    const { durations, size } = owner
    const row = slot * stride + gap
    let from = places[row] as number
    const to = places[row + 1] as number
    let seconds = -(durations[from * size + to] as number)
    for (let i = 0; i < 3; i++) {
      const visit = i === 0 ? before : i === 1 ? job : after
      if (visit === NONE) continue
      const at = site[visit] as number
      seconds += (durations[from * size + at] as number) + (serviceS[visit] as number)
      from = at
    }
    return seconds + (durations[from * size + to] as number)
  }

  #arcSeconds({ durations, size }: VehicleClass, at: number): number {
    const { places } = this.#tours.slots
    return durations[(places[at] as number) * size + (places[at + 1] as number)] as number
  }

  #mayDrive(
    job: number,
    slot: number,
    { maxDriveS }: VehicleClass,
    before: number,
    after: number,
    seconds: number,
  ): boolean {
    const { driven } = this.#tours.slots
    const { serviceS } = this.#tours.instance
    const service =
      (serviceS[job] as number) +
      (before === NONE ? 0 : (serviceS[before] as number)) +
      (after === NONE ? 0 : (serviceS[after] as number))
    return (driven[slot] as number) + seconds - service <= maxDriveS + EPSILON
  }
}
