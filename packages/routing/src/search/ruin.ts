// Removes strings of adjacent jobs from routes near a random one, so that there is slack in space and
// capacity at once.
import type { Random } from '../random/sfc32.ts'
import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'
import type { Tuning } from './tuning.ts'

/** A split string stops growing with this probability per job kept. */
const STOP_GROWING = 0.01

/** Takes strings out of `tours`, around `seed`, into `out`. Returns how many jobs are out now. */
export function ruin(
  tours: Tours,
  seed: number,
  neighbours: Neighbours,
  tuning: Tuning,
  random: Random,
  out: Int32Array,
): number {
  const { vehicleOf, used, slots, slotOf } = tours
  const served = tours.jobTotal - tours.absent.size
  const longest = Math.min(tuning.longestString, Math.max(1, served / Math.max(1, used.size)))
  const mostStrings = (4 * tuning.meanRemoved) / (1 + longest) - 1
  let strings = Math.floor(1 + random() * mostStrings)
  const row = neighbours.rowOf(seed)
  const end = row + neighbours.count
  let count = 0
  for (let at = row; at < end && strings > 0; at++) {
    const job = neighbours.nearest[at] as number
    const vehicle = vehicleOf[job] as number
    if (vehicle < 0 || tours.isTouched(vehicle)) continue
    const stops = slots.length[slotOf[vehicle] as number] as number
    const length = Math.floor(1 + random() * Math.min(stops, longest))
    const stays = random() < 0.5 ? 0 : stringInTheMiddle(stops - length, random)
    const from = firstOf(tours, vehicle, job, length + stays, stops, random)
    const stayFrom = from + Math.floor(random() * (length + 1))
    const stayTo = stayFrom + stays
    count = tours.remove(vehicle, from, from + length + stays, stayFrom, stayTo, out, count)
    strings--
  }
  return count
}

/** How many jobs of a longer string stay, at most `most`. */
function stringInTheMiddle(most: number, random: Random): number {
  let stays = Math.min(1, most)
  while (stays < most && random() > STOP_GROWING) stays++
  return stays
}

/** Position of the first of `length` adjacent stops, the job among them. */
function firstOf(
  { slots, slotOf }: Tours,
  vehicle: number,
  job: number,
  length: number,
  stops: number,
  random: Random,
): number {
  const row = (slotOf[vehicle] as number) * slots.stride
  let position = 1
  while (slots.stops[row + position] !== job) position++
  const first = Math.max(1, position - length + 1)
  const last = Math.min(position, stops - length + 1)
  return first + Math.floor(random() * (last - first + 1))
}
