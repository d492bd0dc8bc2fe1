// Removes strings of adjacent jobs from tours near a random one, so that there is slack in space and
// capacity at once. A tour is a vehicle's route or, where vehicles unload on the way, one of its trips.
import type { Random } from '../random/sfc32.ts'
import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'
import type { Tuning } from './tuning.ts'

/** A split string stops growing with this probability per job kept. */
export const STOP_GROWING = 0.01

/** Strings may be this long however short tours are: what serves a few jobs may have to change as a whole. */
export const ANY_LENGTH = 4

export class Ruin {
  readonly #tours: Tours
  readonly #tuning: Tuning
  readonly #random: Random
  /** Of each job, in which turn a string was taken out of its tour last. */
  readonly #turnOf: Int32Array
  #turn = 0
  /** Positions of the tour at hand. */
  #first = 0
  #last = 0

  constructor(tours: Tours, tuning: Tuning, random: Random) {
    this.#tours = tours
    this.#tuning = tuning
    this.#random = random
    this.#turnOf = new Int32Array(tours.instance.jobCount)
  }

  /** Takes strings out, around `seed`, into `out` behind the first `before`. Returns how many jobs are out now. */
  around(seed: number, neighbours: Neighbours, out: Int32Array, before = 0): number {
    const tours = this.#tours
    const random = this.#random
    const { vehicleOf } = tours
    const oneTrip = !tours.instance.anyUnloads
    const longest = Math.min(this.#tuning.longestString, Math.max(ANY_LENGTH, this.#meanLength()))
    const mostStrings = (4 * this.#tuning.meanRemoved) / (1 + longest) - 1
    let strings = Math.floor(1 + random() * mostStrings)
    const row = neighbours.rowOf(seed)
    const end = row + neighbours.count
    let count = before
    this.#turn++
    for (let at = row; at < end && strings > 0; at++) {
      const job = neighbours.nearest[at] as number
      const vehicle = vehicleOf[job] as number
      if (vehicle < 0) continue
      if (oneTrip ? tours.isTouched(vehicle) : this.#turnOf[job] === this.#turn) continue
      count = this.#takeString(vehicle, job, longest, out, count)
      strings--
    }
    return count
  }

  /** Takes all stops of the vehicle that serves `job`, into `out`. Returns how many jobs are out now. */
  whole(job: number, out: Int32Array): number {
    const tours = this.#tours
    const vehicle = tours.vehicleOf[job] as number
    if (vehicle < 0) return 0
    const end = (tours.slots.length[tours.slotFor(vehicle)] as number) + 1
    return tours.remove(vehicle, 1, end, end, end, out, 0)
  }

  /** Takes a string with `job` in it out of the job's tour. */
  #takeString(
    vehicle: number,
    job: number,
    longest: number,
    out: Int32Array,
    count: number,
  ): number {
    const tours = this.#tours
    const random = this.#random
    const position = this.#findTour(vehicle, job)
    const stops = this.#last - this.#first + 1
    const length = Math.floor(1 + random() * Math.min(stops, longest))
    const stays = random() < 0.5 ? 0 : stringInTheMiddle(stops - length, random)
    const whole = length + stays
    const lowest = Math.max(this.#first, position - whole + 1)
    const highest = Math.min(position, this.#last - whole + 1)
    const from = lowest + Math.floor(random() * (highest - lowest + 1))
    const stayFrom = from + Math.floor(random() * (length + 1))
    return tours.remove(vehicle, from, from + whole, stayFrom, stayFrom + stays, out, count)
  }

  /** Where the job's tour begins and ends on the vehicle's route, and its jobs marked; returns where the job is. */
  #findTour(vehicle: number, job: number): number {
    const { slots, slotOf, instance } = this.#tours
    const { stops, length, stride } = slots
    const slot = slotOf[vehicle] as number
    const row = slot * stride
    const end = length[slot] as number
    let position = 1
    while (stops[row + position] !== job) position++
    this.#first = 1
    this.#last = end
    if (!instance.anyUnloads) return position
    const isJob = (at: number) => (stops[row + at] as number) < instance.jobCount
    let first = position
    while (first > 1 && isJob(first - 1)) first--
    let last = position
    while (last < end && isJob(last + 1)) last++
    for (let at = row + first; at <= row + last; at++)
      this.#turnOf[stops[at] as number] = this.#turn
    this.#first = first
    this.#last = last
    return position
  }

  /** Mean number of jobs of a tour; an unload visit at the end counts as one: longer strings measured worse. */
  #meanLength(): number {
    const { used, slots, slotOf, jobTotal, absent, instance } = this.#tours
    const served = jobTotal - absent.size
    let count = used.size
    if (instance.anyUnloads) {
      count -= served
      for (const vehicle of used.members) count += slots.length[slotOf[vehicle] as number] as number
    }
    return served / Math.max(1, count)
  }
}

/** How many jobs of a longer string stay, at most `most`. */
function stringInTheMiddle(most: number, random: Random): number {
  let stays = Math.min(1, most)
  while (stays < most && random() > STOP_GROWING) stays++
  return stays
}
