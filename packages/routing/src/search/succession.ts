// A vehicle at home may drive the stops of one on the road, or of two, at less cost, once order and unloading are
// decided anew for it: three trips of a van as one of a truck, two vans' trips as two of one van. Stop by stop the
// search seldom gets there, since the first stops cost a second vehicle.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import { EPSILON } from '../tolerance.ts'
import { bestUnloading } from './best-unloading.ts'
import { shortenOrder } from './shorter-order.ts'
import type { Tours } from './tours.ts'

const LIMITS = { exact: 2, most: 6 }
/** Longer routes are left alone: a new order of theirs takes too long to find. */
const MOST_STOPS = 120
const OF_TWO = 0.5

/** Makes one such change by chance. False: none was made, and the tours are as they were. */
export function succeedByChance(tours: Tours, random: Random): boolean {
  const predecessors = drawPredecessors(tours, random)
  const successor = drawSuccessor(tours, random)
  if (predecessors.length === 0 || successor < 0) return false
  const owner = classOf(tours, successor)
  const jobs = predecessors.flatMap((vehicle) => jobsOf(tours, vehicle))
  if (jobs.length > MOST_STOPS || !jobs.every((job) => isAllowed(tours, owner, job))) return false
  const stops = stopsFor(tours, owner, jobs)
  if (stops === null) return false
  for (const vehicle of predecessors) tours.clear(vehicle)
  return tours.assign(successor, stops)
}

function drawPredecessors(tours: Tours, random: Random): number[] {
  const free = tours.used.members.filter((vehicle) => !classOf(tours, vehicle).hasHead)
  const drawn = (from: readonly number[]) => from[Math.floor(random() * from.length)]
  const one = drawn(free)
  if (one === undefined) return []
  const two = random() < OF_TWO ? drawn(free.filter((vehicle) => vehicle !== one)) : undefined
  return two === undefined ? [one] : [one, two]
}

/** A vehicle at home of a class drawn by chance; -1: all are on the road. */
function drawSuccessor({ idle, instance }: Tours, random: Random): number {
  const waiting = instance.classes.filter(
    ({ index, hasHead }) => !hasHead && (idle[index]?.size ?? 0) > 0,
  )
  const owner = waiting[Math.floor(random() * waiting.length)]
  return owner === undefined ? -1 : (idle[owner.index]?.members.at(-1) as number)
}

function stopsFor({ instance }: Tours, owner: VehicleClass, jobs: number[]): number[] | null {
  // Where the best unloading is not sought, all in one trip may still do.
  const inOneTrip = !owner.unloadAtEnd && fits(instance, owner, jobs)
  if (owner.unloadCount === 0 && !inOneTrip) return null
  const sites = jobs.map((job) => instance.site[job] as number)
  shortenOrder(owner, sites, jobs)
  const unloading = owner.unloadCount > 0 ? bestUnloading(instance, owner, jobs, LIMITS) : null
  return unloading ?? (inOneTrip ? jobs : null)
}

function fits(
  { load, loadCount }: Instance,
  owner: VehicleClass,
  jobs: readonly number[],
): boolean {
  return owner.capacity.every((most, dimension) => {
    const sum = jobs.reduce((all, job) => all + (load[job * loadCount + dimension] as number), 0)
    return sum <= most + EPSILON
  })
}

const classOf = ({ instance }: Tours, vehicle: number): VehicleClass =>
  instance.classes[instance.classOf[vehicle] as number] as VehicleClass

const jobsOf = (tours: Tours, vehicle: number): number[] =>
  Array.from(tours.stopsOf(vehicle)).filter((stop) => stop < tours.instance.jobCount)

const isAllowed = ({ instance }: Tours, owner: VehicleClass, job: number): boolean =>
  instance.allowed[owner.index * instance.jobCount + job] === 1
