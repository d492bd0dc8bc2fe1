import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import type { Problem } from '../../problem.ts'
import { type Random, sfc32 } from '../../random/sfc32.ts'
import { timetable } from '../../schedule/timetable.ts'
import { onSameRoads } from '../../testing/alike.fixture.ts'
import { cvrp } from '../../testing/cvrplib.fixture.ts'
import { randomProblem } from '../../testing/random-problem.fixture.ts'
import { exactInsertion } from '../insertion-for.ts'
import { flatOrders } from '../orders.ts'
import { recreate } from '../recreate.ts'
import { serveableJobs } from '../serveable.ts'
import { Tours } from '../tours.ts'
import { handToCheaper } from './hand-over.ts'
import { LinkedInsertion } from './linked-insertion.ts'
import { linkableRates } from './linked-rounds.ts'
import { LinkedTours } from './linked-tours.ts'

const LIMITS = { exact: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const problems = randomProblem({ jobs: 9, vehicles: 4, windows: 0, breaks: 0, unloads: 0 })
  .filter(({ vehicles }) => vehicles.length > 0)
  .map(onSameRoads)

/** Tours that serve all that some vehicle can, and the same linked; nothing where they do not fit. */
function served(instance: Instance): { tours: Tours; linked: LinkedTours } | null {
  const rates = linkableRates(instance)
  if (rates === null) throw new Error('got a problem that cannot be linked')
  const jobs = Int32Array.from(serveableJobs(instance))
  const tours = new Tours(instance, [...jobs])
  const insertion = exactInsertion(tours)
  insertion.begin(jobs, jobs.length, null)
  recreate(tours, jobs, jobs.length, insertion, Infinity, Infinity, 'ignored')
  tours.keep()
  if (tours.missing > 0 || jobs.length === 0) return null
  const linked = new LinkedTours(instance, rates)
  linked.take(tours)
  return { tours, linked }
}

function exactCost(instance: Instance, linked: LinkedTours) {
  const { used, drivers } = linked
  let cost = 0
  for (const route of used.members) {
    const owner = instance.classes[drivers.class[route] as number] as VehicleClass
    const stops = linked.stopsOf(drivers.vehicle[route] as number)
    cost += timetable(instance, owner, stops, 'given', LIMITS)?.cost ?? Number.NaN
  }
  return cost
}

/** Takes a string out of the route of a job drawn by chance; the jobs that are out. */
function removeSome(linked: LinkedTours, jobs: readonly number[], random: Random): Int32Array {
  const job = jobs[Math.floor(random() * jobs.length)] as number
  const route = linked.routeOf[job] as number
  const stops = linked.stopsOf(linked.drivers.vehicle[route] as number)
  const from = Math.floor(random() * stops.length)
  const many = 1 + Math.floor(random() * (stops.length - from))
  const out = new Int32Array(many)
  linked.remove(stops[from] as number, many, out, 0)
  return out
}

test('the running cost is the recomputed one, and taking back leaves all as it was', () => {
  fc.assert(
    fc.property(problems, fc.integer(), (problem, seed) => {
      const instance = compile(problem)
      const linked = served(instance)?.linked
      if (linked === undefined) return
      const random = sfc32(seed)
      const jobs = serveableJobs(instance)
      const insertion = new LinkedInsertion(linked, 0, () => 0)
      for (let turn = 0; turn < 10; turn++) {
        const before = { orders: flatOrders(linked), cost: linked.cost, room: [...linked.room] }
        const outs = [removeSome(linked, jobs, random)]
        if (linked.served > 0) {
          const left = jobs.filter((job) => (linked.routeOf[job] as number) >= 0)
          outs.push(removeSome(linked, left, random))
        }
        if (random() < 0.7) handToCheaper(linked)
        const out = Int32Array.from(outs.flatMap((some) => [...some]))
        const { members } = linked.used
        insertion.begin(out, out.length, members, members.length)
        const fits = out.every((job) => insertion.insert(job))
        if (fits && random() < 0.5) linked.keep()
        else {
          linked.undo()
          expect(flatOrders(linked)).toEqual(before.orders)
          expect(linked.cost).toBe(before.cost)
          expect([...linked.room]).toEqual(before.room)
        }
        expect(linked.served).toBe(jobs.length)
        expect(Math.abs(linked.cost - exactCost(instance, linked))).toBeLessThan(1e-6)
      }
    }),
    { numRuns: 150 },
  )
})

/** So many routes serve them with room for as much again. */
const ROUTES = 8

/** Stops by chance around a depot. */
function round(stops: number, seed: number): Problem {
  const random = sfc32(seed)
  const rows = Array.from({ length: stops + 1 }, (_, i) => [i + 1, random() * 100, random() * 100])
  return cvrp(`CAPACITY : ${Math.ceil((2 * stops) / ROUTES)}
NODE_COORD_SECTION
${rows.map((row) => row.join(' ')).join('\n')}
DEMAND_SECTION
1 0
${rows
  .slice(1)
  .map(([id]) => `${id} 1`)
  .join('\n')}
DEPOT_SECTION
`)
}

test('a job goes where it costs least though routes far off are not looked at', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const instance = compile(round(120, seed))
      const jobs = serveableJobs(instance)
      const tours = new Tours(instance, jobs)
      for (let vehicle = 0; vehicle < ROUTES; vehicle++)
        tours.assign(
          vehicle,
          jobs.filter((job) => job % ROUTES === vehicle),
        )
      tours.keep()
      const linked = new LinkedTours(instance, Float64Array.of(1))
      linked.take(tours)
      const insertion = new LinkedInsertion(linked, 0, () => 0)
      for (const job of jobs) {
        const vehicle = tours.vehicleOf[job] as number
        const at = 1 + tours.stopsOf(vehicle).indexOf(job)
        tours.remove(vehicle, at, at + 1, at + 1, at + 1, new Int32Array(1), 0)
        linked.remove(job, 1, new Int32Array(1), 0)
        const everywhere = exactInsertion(tours)
        everywhere.begin([job], 1, null)
        expect(everywhere.find(job, Number.POSITIVE_INFINITY, false)).toBe(true)
        const { members } = linked.used
        insertion.begin(Int32Array.of(job), 1, members, members.length)
        const before = linked.cost
        expect(insertion.insert(job)).toBe(true)
        expect(linked.cost - before).toBe(everywhere.place.delta)
        tours.undo()
        linked.undo()
      }
    }),
    { numRuns: 20 },
  )
})

test('a job goes where it costs least of all places', () => {
  fc.assert(
    fc.property(problems, fc.nat(), (problem, pick) => {
      const instance = compile(problem)
      const both = served(instance)
      if (both === null) return
      const { tours, linked } = both
      const jobs = serveableJobs(instance)
      const job = jobs[pick % jobs.length] as number
      const vehicle = tours.vehicleOf[job] as number
      const at = 1 + tours.stopsOf(vehicle).indexOf(job)
      tours.remove(vehicle, at, at + 1, at + 1, at + 1, new Int32Array(1), 0)
      linked.remove(job, 1, new Int32Array(1), 0)
      const everywhere = exactInsertion(tours)
      everywhere.begin([job], 1, null)
      expect(everywhere.find(job, Number.POSITIVE_INFINITY, false)).toBe(true)
      const insertion = new LinkedInsertion(linked, 0, () => 0)
      const { members } = linked.used
      insertion.begin(Int32Array.of(job), 1, members, members.length)
      const before = linked.cost
      expect(insertion.insert(job)).toBe(true)
      expect(linked.cost - before).toBeCloseTo(everywhere.place.delta, 6)
    }),
    { numRuns: 300 },
  )
})
