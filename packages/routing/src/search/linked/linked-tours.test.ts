import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Instance, VehicleClass } from '../../compile/instance.ts'
import { type Random, sfc32 } from '../../random/sfc32.ts'
import { timetable } from '../../schedule/timetable.ts'
import { onSameRoads } from '../../testing/alike.fixture.ts'
import { randomProblem } from '../../testing/random-problem.fixture.ts'
import { flatOrders } from '../orders.ts'
import { serveableJobs } from '../serveable.ts'
import { handToCheaper } from './hand-to-cheaper.ts'
import { insertionInto } from './insertion-into.fixture.ts'
import type { LinkedTours } from './linked-tours.ts'
import { served } from './served.fixture.ts'

const LIMITS = { exact: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const problems = randomProblem({ jobs: 9, vehicles: 4, windows: 0, breaks: 0, unloads: 0 })
  .filter(({ vehicles }) => vehicles.length > 0)
  .map(onSameRoads)

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
      const insertion = insertionInto(linked)
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
