import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import type { Solution } from './solution.ts'
import { solve } from './solve.ts'
import { bruteForce } from './testing/brute-force.fixture.ts'
import { day, HOUR, job, line, van } from './testing/day.fixture.ts'
import { type ProblemSize, randomProblem } from './testing/random-problem.fixture.ts'
import { verify } from './verify/verify.ts'

const clock = () => 0
const missingIn = (problem: Problem, { unserved }: Solution): number => {
  const fixed = problem.fixed.flatMap(({ sequence, members }) => [...sequence, ...members])
  return unserved.filter(({ jobId }) => {
    const job = problem.jobs.find(({ id }) => id === jobId)
    return job?.prize === null || fixed.includes(jobId)
  }).length
}

test('whatever the problem, the verifier finds nothing', () => {
  const size = { jobs: 14, vehicles: 4, windows: 2, breaks: 2, unloads: 2 }
  const problems = fc.oneof(randomProblem(size), randomProblem({ ...size, releases: true }))
  fc.assert(
    fc.property(problems, fc.integer(), (problem, seed) => {
      const solution = solve(problem, { seed, iterations: 60, clock })
      expect(verify(problem, solution)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('on tiny problems the search finds what trying everything finds', () => {
  const sizes: Record<string, { size: ProblemSize; numRuns: number }> = {
    'up to six jobs': {
      size: { jobs: 6, vehicles: 1, windows: 2, breaks: 0, unloads: 0 },
      numRuns: 40,
    },
    'two vehicles': {
      size: { jobs: 5, vehicles: 2, windows: 1, breaks: 0, unloads: 0 },
      numRuns: 80,
    },
    unloading: { size: { jobs: 5, vehicles: 2, windows: 1, breaks: 0, unloads: 1 }, numRuns: 60 },
    releases: {
      size: { jobs: 5, vehicles: 1, windows: 1, breaks: 0, unloads: 1, releases: true },
      numRuns: 60,
    },
    'every constraint': {
      size: { jobs: 4, vehicles: 2, windows: 2, breaks: 1, unloads: 2 },
      numRuns: 60,
    },
    'one window a visit, releases and all else': {
      size: { jobs: 4, vehicles: 2, windows: 1, breaks: 1, unloads: 2, releases: true },
      numRuns: 40,
    },
  }
  test.each(Object.entries(sizes))('%s', (_, { size, numRuns }) => {
    fc.assert(
      fc.property(randomProblem(size), (problem) => {
        const solution = solve(problem, { seed: 1, iterations: 1500, clock })
        const expected = bruteForce(problem)
        expect(missingIn(problem, solution)).toBe(expected.missing)
        expect(Math.abs(solution.cost - expected.cost)).toBeLessThan(1e-6)
      }),
      { numRuns },
    )
  })
})

describe('determinism', () => {
  const size = { jobs: 20, vehicles: 4, windows: 2, breaks: 1, unloads: 2 }

  test('same seed and iterations: the same answer to the bit, whatever the clock', () => {
    fc.assert(
      fc.property(randomProblem(size), fc.integer(), (problem, seed) => {
        let now = 0
        const once = solve(problem, { seed, iterations: 50, clock })
        const again = solve(problem, { seed, iterations: 50, clock: () => now++ })
        expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 })
      }),
      { numRuns: 50 },
    )
  })

  test('the problem is left as it was', () => {
    fc.assert(
      fc.property(randomProblem(size), (problem) => {
        const before = structuredClone(problem)
        solve(problem, { seed: 1, iterations: 20, clock })
        expect(problem).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what cannot be served is named with its reason', () => {
  const reasonsOf = (problem: Problem) =>
    Object.fromEntries(
      solve(problem, { seed: 1, iterations: 200, clock }).unserved.map(({ jobId, reason }) => [
        jobId,
        reason,
      ]),
    )

  test('without vehicles', () => {
    expect(reasonsOf(day([job('a', 1), job('b', 2, { prize: 5 })], []))).toEqual({
      a: 'no_vehicles',
      b: 'no_vehicles',
    })
  })

  test('for each job the first reason that holds', () => {
    const jobs = [
      job('crane', 1, { vehicleTypes: ['crane'] }),
      job('heavy', 1, { load: [11] }),
      job('late', 50, { windows: [[0, 600]] }),
      job('dear', 50, { prize: 1 }),
      job('fine', 2),
    ]
    expect(reasonsOf(day(jobs, [van('v')]))).toEqual({
      crane: 'no_vehicle_type',
      heavy: 'too_large_for_any_vehicle',
      late: 'unreachable_in_time',
      dear: 'not_worth_detour',
    })
  })

  test('as many mandatory jobs as fit are served; for the others there is no room', () => {
    const loads = [7, 6, 4, 4, 3, 3, 3]
    const jobs = loads.map((load, i) => job(`j${i}`, i + 1, { load: [load] }))
    const reasons = reasonsOf(day(jobs, [van('v'), van('w')]))
    expect(Object.values(reasons)).toEqual(['no_room', 'no_room'])
  })

  test('mandatory jobs drive out optional ones, whatever their prize', () => {
    const jobs = [job('must', 9, { load: [10] }), job('may', 1, { load: [10], prize: 1e6 })]
    expect(reasonsOf(day(jobs, [van('v')]))).toEqual({ may: 'no_room' })
  })

  test('a fixed job that cannot be served, while the rest of its sequence stands', () => {
    const jobs = [job('a', 1), job('b', 80, { windows: [[0, 60]] }), job('c', 3), job('d', 2)]
    const fixed = [{ vehicleId: 'w', sequence: ['c', 'b', 'a'], members: ['d'] }]
    const problem = day(jobs, [van('v'), van('w')], fixed)
    const { routes, unserved } = solve(problem, { seed: 1, iterations: 100, clock })
    expect(unserved).toEqual([{ jobId: 'b', reason: 'unreachable_in_time' }])
    expect(routes.map(({ vehicleId }) => vehicleId)).toEqual(['w'])
    const order = routes[0]?.steps.flatMap((step) => (step.kind === 'job' ? [step.jobId] : []))
    expect(order).toEqual(['c', 'a', 'd'])
  })
})

describe('times', () => {
  const stepsOf = (problem: Problem) =>
    solve(problem, { seed: 1, iterations: 100, clock }).routes[0]?.steps ?? []

  test('a vehicle leaves as late as it can without ending later', () => {
    const [start] = stepsOf(day([job('a', 10, { windows: [[HOUR, 2 * HOUR]] })], [van('v')]))
    expect(start?.departure).toBe(HOUR - 600)
  })

  test('a route that is back before the break must begin owes none; a longer one rests on the way', () => {
    const breaks = [{ durationS: 1800, windows: [[HOUR, 2 * HOUR] as const] }]
    const early = { windows: [[0, 1200] as const] }
    const short = stepsOf(day([job('a', 10, early)], [van('v', { breaks })]))
    expect(short.map(({ kind }) => kind)).toEqual(['start', 'job', 'end'])
    const long = day([job('a', 10, early), job('b', 99)], [van('v', { breaks })])
    const rest = stepsOf(long).find(({ kind }) => kind === 'break')
    expect(verify(long, solve(long, { seed: 1, iterations: 100, clock }))).toEqual([])
    expect(rest).toBeDefined()
  })

  test('a full vehicle unloads on its way and goes on', () => {
    const unloads = [{ location: 0, serviceS: 300, windows: [] }]
    const jobs = [1, 2, 3].map((at) => job(`j${at}`, at, { load: [5] }))
    const steps = stepsOf(day(jobs, [van('v', { unloads, unloadAtEnd: true })]))
    const trips = Map.groupBy(
      steps.flatMap((step) => ('trip' in step ? [step] : [])),
      ({ trip }) => trip,
    )
    expect(trips.size).toBe(2)
    for (const trip of trips.values()) expect(trip.at(-1)?.kind).toBe('unload')
  })

  test('with releases, too, the break after the short one is the long one, on whatever trip', () => {
    const released = { load: [10], serviceS: 80 * 60, releaseS: 0 }
    const jobs = ['a', 'b', 'c'].map((id) => job(id, 20, released))
    const breaks = [15, 60].map((minutes) => ({
      durationS: minutes * 60,
      windows: [[HOUR, 4 * HOUR] as const],
    }))
    const unloads = [{ location: 0, serviceS: 0, windows: [] }]
    const within = (minutes: number): Problem =>
      day(jobs, [van('v', { breaks, unloads, unloadAtEnd: true, shift: [0, minutes * 60] })])
    const leftOutOf = (problem: Problem) =>
      solve(problem, { seed: 1, iterations: 100, clock }).unserved.length
    expect(leftOutOf(within(6 * 60 + 75))).toBe(0)
    expect(leftOutOf(within(6 * 60 + 74))).toBe(1)
  })

  test('there being no way is not a detour', () => {
    const matrix = line(3)
    const cut = matrix.durations.map((s, i) => (i === 1 || i === 3 ? Number.POSITIVE_INFINITY : s))
    const problem = {
      ...day([job('a', 1), job('b', 2)], [van('v')]),
      matrices: [{ ...matrix, durations: cut }],
    }
    const solution = solve(problem, { seed: 1, iterations: 50, clock })
    expect(verify(problem, solution)).toEqual([])
    expect(solution.unserved).toEqual([{ jobId: 'a', reason: 'unreachable_in_time' }])
  })
})

describe('limits', () => {
  const problem = day(
    Array.from({ length: 60 }, (_, i) => job(`j${i}`, i + 1)),
    Array.from({ length: 8 }, (_, i) => van(`v${i}`)),
  )

  test('it ends when the clock says so', () => {
    let now = 0
    const solution = solve(problem, { seed: 1, seconds: 0.5, clock: () => now++ })
    expect(solution.seconds).toBeGreaterThanOrEqual(0.5)
    expect(solution.seconds).toBeLessThan(0.6)
    expect(verify(problem, solution)).toEqual([])
  })

  test('cancelled, it gives the best so far', () => {
    let asked = 0
    const cancelled = () => asked++ > 3
    const solution = solve(problem, { seed: 1, seconds: 1e9, clock, cancelled })
    expect(solution.iterations).toBeLessThan(200)
    expect(solution.unserved).toEqual([])
    expect(verify(problem, solution)).toEqual([])
  })

  test('progress rises to the end while the best cost falls', () => {
    const told: { share: number; bestCost: number }[] = []
    const onProgress = (progress: { share: number; bestCost: number }) => told.push(progress)
    const { cost } = solve(problem, { seed: 1, iterations: 500, clock, onProgress })
    expect(told.length).toBeGreaterThan(50)
    expect(told.at(-1)?.share).toBe(1)
    expect(told.at(-1)?.bestCost).toBeCloseTo(cost, 3)
    for (const [i, { share, bestCost }] of told.entries()) {
      expect(share).toBeGreaterThanOrEqual(told[i - 1]?.share ?? 0)
      expect(bestCost).toBeLessThanOrEqual(told[i - 1]?.bestCost ?? Number.POSITIVE_INFINITY)
    }
  })
})
