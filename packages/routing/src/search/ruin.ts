// Removes strings of adjacent jobs from routes near a random one, so that there is slack in space and
// capacity at once.
import { pick, type Random } from '../random/sfc32.ts'
import type { Neighbours } from './neighbours.ts'
import type { Tours } from './tours.ts'
import type { Tuning } from './tuning.ts'

/** A split string stops growing with this probability per job kept. */
const STOP_GROWING = 0.01

/** Takes strings out of `tours`, around `seed`. Returns the jobs that are out now. */
export function ruin(
  tours: Tours,
  seed: number,
  neighbours: Neighbours,
  tuning: Tuning,
  random: Random,
): number[] {
  const longest = Math.min(tuning.longestString, meanLength(tours))
  const mostStrings = (4 * tuning.meanRemoved) / (1 + longest) - 1
  const strings = Math.floor(1 + random() * mostStrings)
  const ruined = new Set<number>()
  const removed: number[] = []
  for (const job of neighbours.of(seed)) {
    if (ruined.size >= strings) break
    const vehicle = tours.vehicleOf(job)
    if (vehicle < 0 || ruined.has(vehicle)) continue
    const { jobs } = tours.route(vehicle)
    const length = Math.floor(1 + random() * Math.min(jobs.length, longest))
    const string =
      random() < 0.5
        ? wholeString(jobs, job, length, random)
        : splitString(jobs, job, length, random)
    removed.push(...tours.remove(vehicle, string))
    ruined.add(vehicle)
  }
  return removed
}

function meanLength(tours: Tours): number {
  let used = 0
  let jobs = 0
  for (const route of tours.routes) {
    jobs += route.jobs.length
    if (route.jobs.length > 0) used++
  }
  return used === 0 ? 1 : jobs / used
}

/** `length` adjacent jobs, `job` among them. */
function wholeString(
  jobs: readonly number[],
  job: number,
  length: number,
  random: Random,
): number[] {
  const place = jobs.indexOf(job)
  const first = Math.max(0, place - length + 1)
  const last = Math.min(place, jobs.length - length)
  const start = first + pick(random, last - first + 1)
  return jobs.slice(start, start + length)
}

/** A longer string of which a part in the middle stays; `length` jobs go. */
function splitString(
  jobs: readonly number[],
  job: number,
  length: number,
  random: Random,
): number[] {
  const most = jobs.length - length
  let stay = Math.min(1, most)
  while (stay < most && random() > STOP_GROWING) stay++
  const string = wholeString(jobs, job, length + stay, random)
  const from = pick(random, length + 1)
  return string.filter((_, i) => i < from || i >= from + stay)
}
