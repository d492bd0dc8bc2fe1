import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import type { Instance, VehicleClass } from '../compile/instance.ts'
import { sfc32 } from '../random/sfc32.ts'
import { timetable } from '../schedule/timetable.ts'
import { randomProblem } from '../testing/random-problem.fixture.ts'
import { exactInsertion } from './insertion-for.ts'
import { serveableJobs } from './serveable.ts'
import { Tours } from './tours.ts'

const EXACT = { exact: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const ALL = { jobs: 8, vehicles: 2, windows: 2, breaks: 2, unloads: 1, releases: true }
const SINGLE = { ...ALL, windows: 1, breaks: 0 }

/** Fills tours job by job, and takes strings out again now and then. */
function walk(instance: Instance, seed: number, check: (tours: Tours) => void): void {
  const jobs = serveableJobs(instance)
  const tours = new Tours(instance, jobs)
  const insertion = exactInsertion(tours)
  const random = sfc32(seed)
  const out = new Int32Array(2 * instance.jobCount)
  for (let step = 0; step < 3 * jobs.length; step++) {
    const job = jobs[Math.floor(random() * jobs.length)] as number
    const vehicle = tours.vehicleOf[job] as number
    if (vehicle < 0) {
      insertion.begin([job], 1, null)
      if (insertion.find(job, Number.POSITIVE_INFINITY, false)) tours.insert(job, insertion.place)
    } else {
      const stops = tours.stopsOf(vehicle).length
      const from = 1 + Math.floor(random() * stops)
      tours.remove(vehicle, from, Math.min(stops + 1, from + 3), from + 1, from + 2, out, 0)
    }
    check(tours)
    const fate = random()
    if (fate < 0.3) tours.keep()
    else if (fate < 0.5) tours.undo()
    check(tours)
  }
}

function exactCost(instance: Instance, tours: Tours): number {
  let cost = 0
  for (const vehicle of tours.used.members) {
    const owner = instance.classes[instance.classOf[vehicle] as number] as VehicleClass
    cost += timetable(instance, owner, tours.stopsOf(vehicle), 'given', EXACT)?.cost ?? Number.NaN
  }
  for (const job of tours.absent.members) cost += instance.prize[job] as number
  return cost
}

test('with one window a visit and no breaks, the running cost is the recomputed one', () => {
  fc.assert(
    fc.property(randomProblem(SINGLE), fc.integer(), (problem, seed) => {
      const instance = compile(problem)
      walk(instance, seed, (tours) => {
        expect(Math.abs(tours.cost - exactCost(instance, tours))).toBeLessThan(1e-6)
      })
    }),
    { numRuns: 150 },
  )
})

test('with several windows and breaks, the routes can be driven at no more than the running cost', () => {
  fc.assert(
    fc.property(randomProblem(ALL), fc.integer(), (problem, seed) => {
      const instance = compile(problem)
      walk(instance, seed, (tours) => {
        expect(exactCost(instance, tours)).toBeLessThanOrEqual(tours.cost + 1e-6)
      })
    }),
    { numRuns: 150 },
  )
})

test('who serves what is the same in the routes and by job', () => {
  fc.assert(
    fc.property(randomProblem(ALL), fc.integer(), (problem, seed) => {
      const instance = compile(problem)
      walk(instance, seed, (tours) => {
        const served = problem.vehicles.flatMap((_, vehicle) =>
          [...tours.stopsOf(vehicle)].flatMap((stop) =>
            stop < instance.jobCount ? [[stop, vehicle]] : [],
          ),
        )
        for (const [job, vehicle] of served) expect(tours.vehicleOf[job as number]).toBe(vehicle)
        const jobs = serveableJobs(instance)
        expect(served.length + tours.absent.size).toBe(jobs.length)
        const missing = tours.absent.members.filter((job) => instance.mandatory[job] === 1)
        expect(tours.missing).toBe(missing.length)
      })
    }),
    { numRuns: 100 },
  )
})
