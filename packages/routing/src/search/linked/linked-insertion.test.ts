import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import type { Problem } from '../../problem.ts'
import { sfc32 } from '../../random/sfc32.ts'
import { onSameRoads } from '../../testing/alike.fixture.ts'
import { cvrp } from '../../testing/cvrplib.fixture.ts'
import { randomProblem } from '../../testing/random-problem.fixture.ts'
import { exactInsertion } from '../insertion-for.ts'
import { serveableJobs } from '../serveable.ts'
import { Tours } from '../tours.ts'
import { insertionInto } from './insertion-into.fixture.ts'
import type { LinkedInsertion } from './linked-insertion.ts'
import { LinkedTours } from './linked-tours.ts'
import { served } from './served.fixture.ts'

const problems = randomProblem({ jobs: 9, vehicles: 4, windows: 0, breaks: 0, unloads: 0 })
  .filter(({ vehicles }) => vehicles.length > 0)
  .map(onSameRoads)

/** Stops by chance around a depot, for so many routes with room for as much again. */
function round(stops: number, routes: number, seed: number): Problem {
  const random = sfc32(seed)
  const rows = Array.from({ length: stops + 1 }, (_, i) => [i + 1, random() * 100, random() * 100])
  return cvrp(`CAPACITY : ${Math.ceil((2 * stops) / routes)}
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

/** They take turns in getting a stop. */
function dealt(instance: Instance, routes: number): LinkedTours {
  const jobs = serveableJobs(instance)
  const tours = new Tours(instance, jobs)
  for (let vehicle = 0; vehicle < routes; vehicle++)
    tours.assign(
      vehicle,
      jobs.filter((job) => job % routes === vehicle),
    )
  tours.keep()
  const linked = new LinkedTours(instance, Float64Array.of(1))
  linked.take(tours)
  return linked
}

/** What a job that is out would cost at every place: between which jobs (null: at home), and on a route of its own. */
function places(linked: LinkedTours, job: number) {
  const { instance } = linked
  const { driveCost, size, startSite } = instance.classes[0] as VehicleClass
  const siteOf = (stop: number | null) => (stop === null ? startSite : instance.site[stop])
  const way = (from: number | null, to: number | null) =>
    driveCost[(siteOf(from) as number) * size + (siteOf(to) as number)] as number
  const gaps = linked.used.members.flatMap((vehicle) => {
    const stops = [null, ...linked.stopsOf(vehicle), null]
    return stops.slice(1).map((to, i) => [stops[i] ?? null, to ?? null] as const)
  })
  return [...gaps, [null, null] as const].map(([from, to]) => ({
    from,
    to,
    cost: way(from, job) + way(job, to) - (from === to ? 0 : way(from, to)),
  }))
}

/** What it costs to put a job back that was taken out, and what it would cost elsewhere. */
function putBack(linked: LinkedTours, job: number, insertion: LinkedInsertion) {
  linked.remove(job, 1, new Int32Array(1), 0)
  const all = places(linked, job)
  const { members } = linked.used
  insertion.begin(Int32Array.of(job), 1, members, members.length)
  const before = linked.cost
  expect(insertion.insert(job)).toBe(true)
  const cost = linked.cost - before
  linked.undo()
  return { cost, all }
}

/** By rank from 0, cheapest first. */
const ranked = (all: readonly { readonly cost: number }[], rank: number) =>
  all.map(({ cost }) => cost).sort((a, b) => a - b)[rank]

test.for([
  ['where it costs least, though routes far off are not looked at', 120, 8, 0, 0],
  ['to the next best place where the best is overlooked', 30, 3, 0.5, 1],
] as const)('a job goes %s', ([, stops, routes, blink, rank]) => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const instance = compile(round(stops, routes, seed))
      const linked = dealt(instance, routes)
      const insertion = insertionInto(linked, blink)
      for (const job of serveableJobs(instance)) {
        const { cost, all } = putBack(linked, job, insertion)
        expect(cost).toBe(ranked(all, rank))
      }
    }),
    { numRuns: 20 },
  )
})

test('on long routes a job goes beside one of the eight nearest stops, or first or last, or next best', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const instance = compile(round(140, 2, seed))
      const linked = dealt(instance, 2)
      const ways = [insertionInto(linked), insertionInto(linked, 0.5)]
      const jobs = serveableJobs(instance)
      const { driveCost, size } = instance.classes[0] as VehicleClass
      for (const job of jobs) {
        const away = (stop: number) =>
          driveCost[(instance.site[job] as number) * size + (instance.site[stop] as number)] ?? 0
        const others = jobs.filter((stop) => stop !== job)
        const near = others.sort((a, b) => away(a) - away(b) || a - b).slice(0, 8)
        const isLookedAt = (stop: number | null) => stop === null || near.includes(stop)
        for (const [rank, insertion] of ways.entries()) {
          const { cost, all } = putBack(linked, job, insertion)
          const seen = all.filter(({ from, to }) => isLookedAt(from) || isLookedAt(to))
          expect(cost).toBe(ranked(seen, rank))
        }
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
      const insertion = insertionInto(linked)
      const { members } = linked.used
      insertion.begin(Int32Array.of(job), 1, members, members.length)
      const before = linked.cost
      expect(insertion.insert(job)).toBe(true)
      expect(linked.cost - before).toBeCloseTo(everywhere.place.delta, 6)
    }),
    { numRuns: 300 },
  )
})
