// When a route's vehicle can be where. A label sums up one way to drive a part of a route: started at a
// time t in [earliest, latest] it takes exactly `duration`; started before, it waits; later, it is too
// late (Savelsbergh 1992; Vidal et al. 2013). Each head (from leaving the start until done at a position)
// and each tail (from beginning at a position until the end) has one label for each number of breaks
// taken in it, so that an insertion joins a head, the new stops and a tail in constant time.
//
// Where a part may be driven in several ways (where to rest, which of several windows), a head keeps the
// way that is done first and a tail the one that may begin last; with several windows a visit a second label
// keeps a brief way, by windows that need no waiting and lie towards the other part. Every price is that of
// a way to drive; that there is none cheaper is certain without breaks and with one window a visit. A trip's
// release holds back its start, so with releases heads count from the start of their trip, and reach it by
// `#reach`.
import type { Instance, VehicleClass, Windows } from '../compile/instance.ts'
import { EPSILON } from '../tolerance.ts'
import { HOME, type Slots } from './slots.ts'

/** No unload visit. */
export const NONE = -1

const NEVER = Number.POSITIVE_INFINITY
const ALWAYS = Number.NEGATIVE_INFINITY

export class Clock {
  readonly #instance: Instance
  readonly #slots: Slots
  readonly #detailed: boolean
  readonly #releases: boolean
  /** Labels for each number of breaks. */
  readonly #ways: number
  /** Whether all ways to drive an order cost the same in all joins. */
  readonly #exact: boolean

  // The label at hand; way 0: done first, may begin last; way 1: brief.
  #way = 0
  #duration = 0
  #earliest = 0
  #latest = 0

  constructor(instance: Instance, slots: Slots) {
    this.#instance = instance
    this.#slots = slots
    this.#detailed = instance.clock === 'duration'
    this.#releases = instance.anyReleases
    this.#ways = slots.ways
    this.#exact = slots.groups === 1 && instance.windows.every(({ length }) => length === 2)
  }

  /** Makes all labels of the slot anew. */
  set(slot: number): void {
    const end = (this.#slots.length[slot] as number) + 1
    this.update(slot, 1, end - 1)
  }

  /** Makes the heads from `first` on and the tails up to `last` anew. */
  update(slot: number, first: number, last: number): void {
    if (this.#releases) this.#collectReleases(slot)
    if (this.#detailed) {
      this.#tails(slot, last)
      this.#heads(slot, first)
    } else {
      this.#deadlines(slot, last)
      this.#finishes(slot, first)
    }
  }

  /** Seconds from departure to return; infinite where the order cannot be driven. */
  duration(slot: number): number {
    const end = (this.#slots.length[slot] as number) + 1
    if (!this.#detailed) return this.#finishJoined(slot, end - 1)
    let least = this.#joined(slot, end - 1)
    if (!this.#exact)
      for (let position = 0; position < end - 1; position++)
        least = Math.min(least, this.#joined(slot, position))
    return least
  }

  /**
   * Seconds from departure to return with `job` behind the stop at `gap`, and unload visits right before
   * and after it or {@link NONE}; infinite where that cannot be driven. Only with durations. Looks no
   * further once a way takes no more than `enough`.
   */
  durationInserting(
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    enough: number,
  ): number {
    const owner = this.#classOf(slot)
    const owed = owner.breaks.length
    let least = NEVER
    for (let taken = 0; taken <= owed && least > enough; taken++) {
      const straight = this.#inserting(owner, slot, gap, before, job, after, taken, NONE)
      if (straight < least) least = straight
    }
    const points = 2 + 2 * (1 + Number(before !== NONE) + Number(after !== NONE))
    for (let taken = 0; taken < owed; taken++)
      for (let point = 0; point < points && least > enough; point++) {
        const rested = this.#inserting(owner, slot, gap, before, job, after, taken, point)
        if (rested < least) least = rested
      }
    return least > owner.maxDurationS + EPSILON ? NEVER : least
  }

  /** False where `seconds` more between the stop at `gap` and the next are too many, waiting or not. */
  mayFit(slot: number, gap: number, seconds: number): boolean {
    if (this.#releases) return true
    const { stride, length, groups, headDuration, headEarliest, tailLatest } = this.#slots
    const { breaks } = this.#classOf(slot)
    const head = (slot * stride + gap) * groups
    const tail = (slot * stride + (length[slot] as number) - gap) * groups
    const owed = breaks.length * this.#ways
    for (let taken = 0; taken <= owed; taken += this.#ways) {
      const done = (headEarliest[head + taken] as number) + (headDuration[head + taken] as number)
      const slack = done + seconds - EPSILON
      if (slack <= (tailLatest[tail + owed - taken] as number)) return true
      if (taken === owed) continue
      const rest = (breaks[taken / this.#ways] as VehicleClass['breaks'][number]).durationS
      if (slack + rest <= (tailLatest[tail + owed - taken - this.#ways] as number)) return true
    }
    return false
  }

  /** Whether time allows the insertion. Only without durations. */
  allowsInserting(slot: number, gap: number, before: number, job: number, after: number): boolean {
    const { stride, length, places, finish, deadline } = this.#slots
    const { site } = this.#instance
    const { durations, size } = this.#classOf(slot)
    const row = slot * stride
    let at = places[row + gap] as number
    let now = finish[row + gap] as number
    for (const visit of [before, job, after]) {
      if (visit === NONE) continue
      const to = site[visit] as number
      now = this.#done(visit, now + (durations[at * size + to] as number))
      at = to
    }
    now += durations[at * size + (places[row + gap + 1] as number)] as number
    return now <= (deadline[row + (length[slot] as number) - gap] as number) + EPSILON
  }

  #classOf(slot: number): VehicleClass {
    return this.#instance.classes[this.#slots.class[slot] as number] as VehicleClass
  }

  // Without durations.

  #finishes(slot: number, first: number): void {
    const { stride, length, stops, places, finish } = this.#slots
    const { durations, size, shiftFrom } = this.#classOf(slot)
    const row = slot * stride
    const last = length[slot] as number
    finish[row] = shiftFrom
    let now = finish[row + first - 1] as number
    for (let at = row + first; at <= row + last; at++) {
      const arc = (places[at - 1] as number) * size + (places[at] as number)
      now = this.#done(stops[at] as number, now + (durations[arc] as number))
      finish[at] = now
    }
  }

  /** When a visit is over that is reached at `arrival`; infinite where that is too late. */
  #done(visit: number, arrival: number): number {
    const { opens, closes, windows, serviceS } = this.#instance
    if (arrival > (closes[visit] as number) + EPSILON) return NEVER
    const own = windows[visit] as Windows
    let from = opens[visit] as number
    for (let w = 2; w < own.length && arrival > (own[w - 1] as number) + EPSILON; w += 2)
      from = own[w] as number
    return Math.max(arrival, from) + (serviceS[visit] as number)
  }

  #deadlines(slot: number, last: number): void {
    const { stride, length, stops, places, deadline } = this.#slots
    const { durations, size, shiftTo } = this.#classOf(slot)
    const row = slot * stride
    const end = (length[slot] as number) + 1
    deadline[row] = shiftTo
    let latest = deadline[row + end - last - 1] as number
    for (let position = last; position > 0; position--) {
      const at = row + position
      const arc = (places[at] as number) * size + (places[at + 1] as number)
      latest = this.#dueAt(stops[at] as number, latest - (durations[arc] as number))
      deadline[row + end - position] = latest
    }
  }

  /** When one has to be at a visit that must be over at `latest`; minus infinity where it is too late. */
  #dueAt(visit: number, latest: number): number {
    const { windows, serviceS } = this.#instance
    const own = windows[visit] as Windows
    const begin = latest - (serviceS[visit] as number)
    let w = own.length - 2
    while (w >= 0 && (own[w] as number) > begin + EPSILON) w -= 2
    if (w < 0) return ALWAYS
    const closes = own[w + 1] as number
    return Math.min(begin, closes)
  }

  #finishJoined(slot: number, position: number): number {
    const { stride, length, places, finish, deadline } = this.#slots
    const { durations, size } = this.#classOf(slot)
    const at = slot * stride + position
    const arc = (places[at] as number) * size + (places[at + 1] as number)
    const arrival = (finish[at] as number) + (durations[arc] as number)
    const due = deadline[slot * stride + (length[slot] as number) - position] as number
    return arrival > due + EPSILON ? NEVER : 0
  }

  // With durations: growing labels forward.

  #heads(slot: number, first: number): void {
    const { stride, length, stops, places, tripStart } = this.#slots
    const owner = this.#classOf(slot)
    const { durations, size, breaks } = owner
    const row = slot * stride
    const last = length[slot] as number
    if (first === 1) this.#depart(owner, slot)
    for (let position = first; position <= last; position++) {
      const at = row + position
      const arc = (places[at - 1] as number) * size + (places[at] as number)
      const driveS = durations[arc] as number
      const visit = stops[at] as number
      const opensTrip = this.#releases && tripStart[at] === position
      for (let taken = 0; taken <= breaks.length; taken++) {
        for (this.#way = 0; this.#way < this.#ways; this.#way++) {
          this.#forgetHead(at, taken)
          for (let point = NONE; point < (taken === 0 ? 0 : 2); point++) {
            const before = point === NONE ? taken : taken - 1
            if (opensTrip) this.#growAcross(owner, slot, position, before, taken, point, driveS)
            else {
              this.#recall(at - 1, before, position - 1)
              if (this.#grow(owner, visit, driveS, taken - 1, point)) this.#keepHead(at, taken)
            }
          }
        }
      }
      this.#noteFinish(owner, slot, position)
    }
  }

  /** Begins a new trip: from the start of the one before, through that one, to unloading. */
  #growAcross(
    owner: VehicleClass,
    slot: number,
    position: number,
    before: number,
    taken: number,
    point: number,
    driveS: number,
  ): void {
    const { stride, stops, released } = this.#slots
    const at = slot * stride + position
    const release = released[at - 1] as number
    for (let early = 0; early <= before; early++) {
      if (!this.#reach(slot, position - 1, early, before, release)) continue
      if (this.#grow(owner, stops[at] as number, driveS, taken - 1, point))
        this.#keepHead(at, taken)
    }
  }

  /** The label at hand, one stop on; with `point` 0 or 1 the break `rest` is taken before or after driving. */
  #grow(owner: VehicleClass, visit: number, driveS: number, rest: number, point: number): boolean {
    if (this.#earliest === NEVER) return false
    if (point === 0 && !this.#rest(owner, rest)) return false
    this.#duration += driveS
    if (point === 1 && !this.#rest(owner, rest)) return false
    return this.#serve(visit)
  }

  #rest({ breaks }: VehicleClass, index: number): boolean {
    const pause = breaks[index] as VehicleClass['breaks'][number]
    return this.#act(pause.windows, pause.durationS)
  }

  #serve(visit: number): boolean {
    const { windows, serviceS } = this.#instance
    return this.#act(windows[visit] as Windows, serviceS[visit] as number)
  }

  /** In the first window that is still open; to be brief, in the last that it can reach without waiting. */
  #act(windows: Windows, seconds: number): boolean {
    const own = this.#duration
    const soonest = this.#earliest + own
    let w = 0
    while (soonest > (windows[w + 1] as number) + EPSILON) {
      w += 2
      if (w === windows.length) return false
    }
    if (this.#way === 1)
      while (w + 2 < windows.length && (windows[w + 2] as number) - own <= this.#latest) w += 2
    const opens = (windows[w] as number) - own
    const closes = (windows[w + 1] as number) - own
    if (opens > this.#latest) {
      this.#duration += opens - this.#latest + seconds
      this.#earliest = this.#latest
    } else {
      this.#duration += seconds
      if (opens > this.#earliest) this.#earliest = opens
      if (closes < this.#latest) this.#latest = closes
    }
    return true
  }

  /** With the first breaks perhaps taken at home. */
  #depart({ breaks, shiftFrom, shiftTo }: VehicleClass, slot: number): void {
    const at = slot * this.#slots.stride
    let from = shiftFrom
    for (let taken = 0; taken <= breaks.length; taken++) {
      const before = breaks[taken - 1]
      if (before !== undefined)
        from = Math.max(from, (before.windows[0] as number) + before.durationS)
      for (this.#way = 0; this.#way < this.#ways; this.#way++) {
        this.#forgetHead(at, taken)
        this.#begin(from, shiftTo)
        if (from <= shiftTo) this.#keepHead(at, taken)
      }
    }
    this.#slots.finish[at] = shiftFrom
  }

  #begin(earliest: number, latest: number): void {
    this.#duration = 0
    this.#earliest = earliest
    this.#latest = latest
  }

  /** The head's label; where heads count from their trip's start, that of doing nothing at its start. */
  #recall(at: number, taken: number, position: number): void {
    const { groups, headDuration, headEarliest, headLatest, tripStart } = this.#slots
    const label = at * groups + taken * this.#ways + this.#way
    if (this.#releases && tripStart[at] === position) {
      this.#begin(taken === 0 ? ALWAYS : NEVER, NEVER)
      return
    }
    this.#duration = headDuration[label] as number
    this.#earliest = headEarliest[label] as number
    this.#latest = headLatest[label] as number
  }

  #forgetHead(at: number, taken: number): void {
    const label = at * this.#slots.groups + taken * this.#ways + this.#way
    this.#slots.headEarliest[label] = NEVER
    this.#slots.headDuration[label] = 0
  }

  /** Unless the one there is done sooner, or as soon in less time; the brief one: is briefer, or may begin later. */
  #keepHead(at: number, taken: number): void {
    const { groups, headDuration, headEarliest, headLatest } = this.#slots
    const label = at * groups + taken * this.#ways + this.#way
    const done = this.#earliest + this.#duration
    const known = (headEarliest[label] as number) + (headDuration[label] as number)
    const briefer = (headDuration[label] as number) - this.#duration
    if (known < NEVER) {
      if (this.#way === 0 && (known < done || (known === done && briefer <= 0))) return
      if (this.#way === 1 && briefer < 0) return
      if (this.#way === 1 && briefer === 0 && (headLatest[label] as number) >= this.#latest) return
    }
    headDuration[label] = this.#duration
    headEarliest[label] = this.#earliest
    headLatest[label] = this.#latest
  }

  #noteFinish({ breaks }: VehicleClass, slot: number, position: number): void {
    const { stride, groups, finish, headDuration, headEarliest } = this.#slots
    const at = slot * stride + position
    let soonest = NEVER
    this.#way = 0
    for (let taken = 0; taken <= breaks.length; taken++) {
      if (this.#releases)
        for (let early = 0; early <= taken; early++) {
          if (this.#reach(slot, position, early, taken, this.#releaseAt(slot, position)))
            soonest = Math.min(soonest, this.#earliest + this.#duration)
        }
      else {
        const label = at * groups + taken * this.#ways
        const done = (headEarliest[label] as number) + (headDuration[label] as number)
        if (done < soonest) soonest = done
      }
    }
    finish[at] = soonest
  }

  // With durations: growing labels backward.

  #tails(slot: number, last: number): void {
    const { stride, length, stops, places, toRelease } = this.#slots
    const owner = this.#classOf(slot)
    const { durations, size, breaks } = owner
    const { jobCount } = this.#instance
    const row = slot * stride
    const end = (length[slot] as number) + 1
    this.#arrive(owner, row)
    for (let position = last; position > 0; position--) {
      const at = row + end - position
      const arc = (places[row + position] as number) * size + (places[row + position + 1] as number)
      const driveS = durations[arc] as number
      const visit = stops[row + position] as number
      const release = this.#releases && visit >= jobCount ? (toRelease[at - 1] as number) : ALWAYS
      for (let taken = 0; taken <= breaks.length; taken++) {
        const rest = breaks.length - taken
        for (this.#way = 0; this.#way < this.#ways; this.#way++) {
          this.#forgetTail(at, taken)
          for (let point = NONE; point < (taken === 0 ? 0 : 2); point++) {
            this.#recallTail(at - 1, point === NONE ? taken : taken - 1)
            if (this.#growBack(owner, visit, driveS, release, rest, point))
              this.#keepTail(at, taken)
          }
        }
      }
      this.#noteDeadline(owner, at)
    }
  }

  #growBack(
    owner: VehicleClass,
    visit: number,
    driveS: number,
    release: number,
    rest: number,
    point: number,
  ): boolean {
    const { windows, serviceS } = this.#instance
    const pause = owner.breaks[rest] as VehicleClass['breaks'][number]
    if (this.#latest === ALWAYS) return false
    if (point === 0 && !this.#actBack(pause.windows, pause.durationS)) return false
    this.#duration += driveS
    this.#earliest -= driveS
    this.#latest -= driveS
    if (point === 1 && !this.#actBack(pause.windows, pause.durationS)) return false
    if (release > this.#latest + EPSILON) return false
    if (release > this.#earliest) this.#earliest = release
    return this.#actBack(windows[visit] as Windows, serviceS[visit] as number)
  }

  /** In the last window that is early enough; to be brief, in the first that needs no waiting. */
  #actBack(windows: Windows, seconds: number): boolean {
    const latest = this.#latest - seconds
    let w = windows.length - 2
    while ((windows[w] as number) > latest + EPSILON) {
      w -= 2
      if (w < 0) return false
    }
    const earliest = this.#earliest - seconds
    if (this.#way === 1) while (w > 0 && (windows[w - 1] as number) >= earliest) w -= 2
    const opens = windows[w] as number
    const closes = windows[w + 1] as number
    if (earliest > closes) {
      this.#duration += earliest - closes + seconds
      this.#earliest = closes
      this.#latest = closes
    } else {
      this.#duration += seconds
      this.#earliest = Math.max(opens, earliest)
      this.#latest = Math.min(closes, latest)
    }
    return true
  }

  /** With the last breaks perhaps taken at home. */
  #arrive({ breaks, shiftFrom, shiftTo }: VehicleClass, row: number): void {
    let until = shiftTo
    for (let taken = 0; taken <= breaks.length; taken++) {
      const after = breaks[breaks.length - taken]
      if (after !== undefined) until = Math.min(until, after.windows.at(-1) as number)
      for (this.#way = 0; this.#way < this.#ways; this.#way++) {
        this.#forgetTail(row, taken)
        this.#begin(shiftFrom, until)
        if (until >= shiftFrom) this.#keepTail(row, taken)
      }
    }
    this.#slots.deadline[row] = shiftTo
  }

  #recallTail(at: number, taken: number): void {
    const { groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    const label = at * groups + taken * this.#ways + this.#way
    this.#duration = tailDuration[label] as number
    this.#earliest = tailEarliest[label] as number
    this.#latest = tailLatest[label] as number
  }

  #forgetTail(at: number, taken: number): void {
    const label = at * this.#slots.groups + taken * this.#ways + this.#way
    this.#slots.tailLatest[label] = ALWAYS
  }

  /** Unless the one there may begin later, or as late and takes less time; brief as with heads. */
  #keepTail(at: number, taken: number): void {
    const { groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    const label = at * groups + taken * this.#ways + this.#way
    const known = tailLatest[label] as number
    const briefer = (tailDuration[label] as number) - this.#duration
    if (known > ALWAYS) {
      if (this.#way === 0 && (known > this.#latest || (known === this.#latest && briefer <= 0)))
        return
      if (this.#way === 1 && briefer < 0) return
      const later = this.#earliest - (tailEarliest[label] as number)
      if (this.#way === 1 && briefer === 0 && later >= 0) return
    }
    tailDuration[label] = this.#duration
    tailEarliest[label] = this.#earliest
    tailLatest[label] = this.#latest
  }

  #noteDeadline({ breaks }: VehicleClass, at: number): void {
    const { groups, deadline, tailLatest } = this.#slots
    let latest = ALWAYS
    for (let taken = 0; taken <= breaks.length; taken++) {
      const own = tailLatest[at * groups + taken * this.#ways] as number
      if (own > latest) latest = own
    }
    deadline[at] = latest
  }

  // With durations: joining.

  /** The least duration over all ways to take the breaks in the head or in the tail behind `position`. */
  #joined(slot: number, position: number): number {
    const { stride, places } = this.#slots
    const { durations, size, breaks, maxDurationS } = this.#classOf(slot)
    const at = slot * stride + position
    const arc = (places[at] as number) * size + (places[at + 1] as number)
    const owed = breaks.length
    let least = NEVER
    const release = this.#releaseAt(slot, position)
    for (this.#way = 0; this.#way < this.#ways; this.#way++)
      for (let taken = 0; taken <= owed; taken++)
        for (let early = this.#releases ? 0 : taken; early <= taken; early++) {
          if (!this.#reach(slot, position, early, taken, release)) continue
          const duration = this.#joinTail(slot, position, durations[arc] as number, owed - taken)
          if (duration < least) least = duration
        }
    return least > maxDurationS + EPSILON ? NEVER : least
  }

  /** One chain of head, rest, new stops and tail. `point` counts before and after each drive; or none. */
  #inserting(
    owner: VehicleClass,
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    taken: number,
    point: number,
  ): number {
    const owed = owner.breaks.length
    const left = owed - taken - Number(point !== NONE)
    const { toRelease, released, stride, length } = this.#slots
    const { releaseS } = this.#instance
    const row = slot * stride
    const rest = this.#releases ? (toRelease[row + (length[slot] as number) - gap] as number) : 0
    const own = releaseS[job] as number
    const withRest = after === NONE ? Math.max(own, rest) : own
    const first = this.#releases
      ? Math.max(released[row + gap] as number, before === NONE ? withRest : ALWAYS)
      : ALWAYS
    let least = NEVER
    for (this.#way = 0; this.#way < this.#ways; this.#way++)
      for (let early = this.#releases ? 0 : taken; early <= taken; early++) {
        if (!this.#reach(slot, gap, early, taken, first)) continue
        if (this.#chain(owner, slot, gap, before, job, after, taken, point, withRest, rest)) {
          const duration = this.#joinTail(slot, gap, this.#lastDriveS, left, this.#lastRest)
          if (duration < least) least = duration
        }
      }
    return least
  }

  #lastDriveS = 0
  /** Index of a break to be taken after the last drive; or none. */
  #lastRest = NONE

  #chain(
    owner: VehicleClass,
    slot: number,
    gap: number,
    before: number,
    job: number,
    after: number,
    taken: number,
    point: number,
    withRest: number,
    rest: number,
  ): boolean {
    const { places, stride } = this.#slots
    const { site } = this.#instance
    const { durations, size } = owner
    let at = places[slot * stride + gap] as number
    let drive = 0
    for (let i = 0; i < 3; i++) {
      const visit = i === 0 ? before : i === 1 ? job : after
      if (visit === NONE) continue
      const to = site[visit] as number
      if (!this.#grow(owner, visit, durations[at * size + to] as number, taken, point - 2 * drive))
        return false
      if (this.#releases && i === 0 && !this.#hold(withRest)) return false
      if (this.#releases && i === 2 && !this.#hold(rest)) return false
      at = to
      drive++
    }
    const isLast = point >= 2 * drive
    if (isLast && point === 2 * drive && !this.#rest(owner, taken)) return false
    this.#lastRest = isLast && point === 2 * drive + 1 ? taken : NONE
    this.#lastDriveS = durations[at * size + (places[slot * stride + gap + 1] as number)] as number
    return true
  }

  /** The label at hand, driving on to the tail behind `position`. */
  #joinTail(
    slot: number,
    position: number,
    driveS: number,
    taken: number,
    rest: number = NONE,
  ): number {
    const { stride, length, groups, tailDuration, tailEarliest, tailLatest } = this.#slots
    this.#duration += driveS
    if (rest !== NONE && !this.#rest(this.#classOf(slot), rest)) return NEVER
    const at = slot * stride + (length[slot] as number) - position
    let least = NEVER
    for (let way = 0; way < this.#ways; way++) {
      const label = at * groups + taken * this.#ways + way
      if (this.#earliest + this.#duration > (tailLatest[label] as number) + EPSILON) continue
      const wait = (tailEarliest[label] as number) - this.#duration - this.#latest
      const duration = this.#duration + Math.max(wait, 0) + (tailDuration[label] as number)
      if (duration < least) least = duration
    }
    return least
  }

  // Releases.

  /**
   * Takes in hand the head at `position`, from the route's start on, with `taken` breaks, of which
   * `early` before its trip; the trip leaves no earlier than `release`.
   */
  #reach(slot: number, position: number, early: number, taken: number, release: number): boolean {
    const { stride, groups, tripStart, headDuration, headEarliest, headLatest } = this.#slots
    const row = slot * stride
    if (!this.#releases) {
      this.#recall(row + position, taken, position)
      return this.#earliest !== NEVER
    }
    const start = tripStart[row + position] as number
    const reached = (row + start) * groups + early * this.#ways + this.#way
    this.#duration = headDuration[reached] as number
    this.#earliest = headEarliest[reached] as number
    this.#latest = headLatest[reached] as number
    if (this.#earliest === NEVER || !this.#hold(release)) return false
    if (start === position) return early === taken
    const label = (row + position) * groups + (taken - early) * this.#ways + this.#way
    const second = headEarliest[label] as number
    if (this.#earliest + this.#duration > (headLatest[label] as number) + EPSILON) return false
    if (second === NEVER) return false
    const own = this.#duration
    const wait = second - own - this.#latest
    this.#duration += Math.max(wait, 0) + (headDuration[label] as number)
    this.#earliest = wait > 0 ? this.#latest : Math.max(this.#earliest, second - own)
    this.#latest = Math.min(this.#latest, (headLatest[label] as number) - own)
    return true
  }

  /** Goes on no earlier than `release`. */
  #hold(release: number): boolean {
    const opens = release - this.#duration
    if (opens > this.#latest) {
      this.#duration += opens - this.#latest
      this.#earliest = this.#latest
    } else if (opens > this.#earliest) this.#earliest = opens
    return true
  }

  #releaseAt(slot: number, position: number): number {
    if (!this.#releases) return ALWAYS
    const { stride, length, released, toRelease } = this.#slots
    const row = slot * stride
    return Math.max(
      released[row + position] as number,
      toRelease[row + (length[slot] as number) - position] as number,
    )
  }

  #collectReleases(slot: number): void {
    const { stride, length, stops, released, toRelease, tripStart } = this.#slots
    const { jobCount, releaseS } = this.#instance
    const row = slot * stride
    const end = (length[slot] as number) + 1
    for (let position = 0; position <= end; position++) {
      const visit = stops[row + position] as number
      const isStart = position === 0 || visit >= jobCount
      const own = visit === HOME || visit >= jobCount ? ALWAYS : (releaseS[visit] as number)
      released[row + position] = isStart
        ? ALWAYS
        : Math.max(released[row + position - 1] as number, own)
      tripStart[row + position] = isStart ? position : (tripStart[row + position - 1] as number)
    }
    for (let back = 0; back <= end; back++) {
      const visit = stops[row + end - back] as number
      const isOver = visit === HOME || visit >= jobCount
      toRelease[row + back] = isOver
        ? ALWAYS
        : Math.max(toRelease[row + back - 1] as number, releaseS[visit] as number)
    }
  }
}
