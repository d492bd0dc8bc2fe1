import type { Job, Problem, RoutingVehicle } from '@bakwacht/routing'
import { ProblemError, verify } from '@bakwacht/routing'
import { describe, expect, test } from 'vitest'
import { solveInThreads } from './solve-in-threads.ts'

/** Jobs on a grid around the depot in its corner, one kilometre and one minute apart. */
function grid(
  side: number,
  change: Partial<Job> = {},
  vehicle: Partial<RoutingVehicle> = {},
): Problem {
  const size = side * side
  const x = (i: number) => i % side
  const y = (i: number) => Math.floor(i / side)
  const steps = Float64Array.from({ length: size * size }, (_, arc) => {
    const [from, to] = [Math.floor(arc / size), arc % size]
    return Math.hypot(x(from) - x(to), y(from) - y(to))
  })
  return {
    matrices: [
      { size, durations: steps.map((s) => 60 * s), distances: steps.map((s) => 1000 * s) },
    ],
    jobs: Array.from({ length: size - 1 }, (_, i) => ({
      id: `j${i}`,
      location: i + 1,
      serviceS: 0,
      load: [1],
      windows: [],
      prize: null,
      vehicleTypes: null,
      ...change,
    })),
    vehicles: Array.from({ length: Math.ceil(size / 6) }, (_, i) => ({
      id: `v${i}`,
      type: 'van',
      profile: 0,
      capacity: [8],
      start: 0,
      end: 0,
      shift: [0, 36_000],
      maxDurationS: null,
      breaks: [],
      unloads: [],
      unloadAtEnd: false,
      cost: { fixed: 0, perM: 1, perS: 0 },
      ...vehicle,
    })),
    fixed: [],
  }
}

const ROUTES_TO_SHARE = grid(15)
const FEW_ROUTES = grid(5)

interface Told {
  readonly share: number
  readonly bestCost: number
}

/** Ends a search once it has told so often how far it is: however busy the machine, it has searched. */
function untilTold(times: number) {
  const told: Told[] = []
  const enough = new AbortController()
  const onProgress = (progress: Told) => {
    told.push({ ...progress })
    if (told.length === times) enough.abort()
  }
  return { told, seconds: LONG_ENOUGH, signal: enough.signal, onProgress }
}

/** Threads meet after each 240th of it, or 50 ms. */
const LONG_ENOUGH = 12

describe('whatever the threads share, the answer is whole and sound', () => {
  test.each([
    ['parts of many routes', ROUTES_TO_SHARE, 2],
    ['the whole of few routes', FEW_ROUTES, 3],
    ['jobs worth their prize alone', grid(15, { prize: 5000 }), 2],
    ['windows', grid(15, { windows: [[600, 3600]] }), 2],
    ['hours that cost', grid(15, {}, { cost: { fixed: 10, perM: 1, perS: 1 } }), 2],
  ])('%s', async (_, problem, threads) => {
    const { told, ...limit } = untilTold(12)
    const solution = await solveInThreads(problem, { seed: 1, threads, ...limit })
    expect(verify(problem, solution)).toEqual([])
    expect(told).toHaveLength(12)
  })
})

test('so long that each thread takes one of several tours in turn, it finds the best routes', async () => {
  const solution = await solveInThreads(FEW_ROUTES, { seed: 1, threads: 2, seconds: 1.5 })
  expect(verify(FEW_ROUTES, solution)).toEqual([])
  const long = await solveInThreads(FEW_ROUTES, { seed: 1, threads: 1, iterations: 100_000 })
  expect(solution.cost).toBeCloseTo(long.cost, 6)
})

test('one thread and iterations: the same answer to the bit', async () => {
  const once = await solveInThreads(FEW_ROUTES, { seed: 7, threads: 1, iterations: 300 })
  const again = await solveInThreads(FEW_ROUTES, { seed: 7, threads: 1, iterations: 300 })
  expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 })
  expect(once.iterations).toBe(300)
})

test('it ends when its time is over', async () => {
  const [threads, seconds] = [2, 1]
  const began = performance.now()
  const { user, system } = process.cpuUsage()
  await solveInThreads(ROUTES_TO_SHARE, { seed: 1, threads, seconds })
  const worked = process.cpuUsage({ user, system })
  expect(performance.now() - began).toBeGreaterThan(950)
  // By the processor, whose time nobody else takes; a second to start threads.
  expect((worked.user + worked.system) / 1e6).toBeLessThan(threads * seconds + 1)
})

test('aborted, it gives the best so far', async () => {
  // Were it to go on, the test’s own time would be over first.
  const options = { seed: 1, threads: 2, seconds: 600, signal: AbortSignal.timeout(400) }
  const solution = await solveInThreads(ROUTES_TO_SHARE, options)
  expect(verify(ROUTES_TO_SHARE, solution)).toEqual([])
  expect(solution.unserved).toEqual([])
})

test('threads that stand back find the same', async () => {
  const options = { seed: 7, threads: 1, iterations: 300 }
  const usual = await solveInThreads(FEW_ROUTES, options)
  const nice = await solveInThreads(FEW_ROUTES, { ...options, niceness: 10 })
  expect({ ...nice, seconds: 0 }).toEqual({ ...usual, seconds: 0 })
})

test.each([1, 2])('with %i threads, progress rises and the best cost falls', async (threads) => {
  const { told, ...limit } = untilTold(15)
  await solveInThreads(ROUTES_TO_SHARE, { seed: 1, threads, ...limit })
  expect(told.length).toBeGreaterThanOrEqual(15)
  expect(told.at(-1)?.share).toBeGreaterThan(told[0]?.share ?? 1)
  for (const [i, { share, bestCost }] of told.entries()) {
    expect(share).toBeGreaterThanOrEqual(told[i - 1]?.share ?? 0)
    expect(bestCost).toBeLessThanOrEqual(told[i - 1]?.bestCost ?? Number.POSITIVE_INFINITY)
  }
})

test('a malformed problem is refused before any thread starts', async () => {
  const bad = { ...FEW_ROUTES, jobs: FEW_ROUTES.jobs.map((job) => ({ ...job, location: 99 })) }
  const answer = solveInThreads(bad, { seed: 1, threads: 2, seconds: 1 })
  await expect(answer).rejects.toThrow(ProblemError)
})

test('a problem without jobs, and one without vehicles, are answered at once or in time', async () => {
  const options = { seed: 1, threads: 2, seconds: 0.2 }
  const idle = await solveInThreads({ ...FEW_ROUTES, jobs: [] }, options)
  expect(idle.routes).toEqual([])
  const empty = { ...FEW_ROUTES, vehicles: [] }
  expect((await solveInThreads(empty, options)).unserved).toHaveLength(FEW_ROUTES.jobs.length)
})
