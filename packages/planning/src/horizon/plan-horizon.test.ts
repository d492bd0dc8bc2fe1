import { type Job, type Problem, solve, verify } from '@bakwacht/routing'
import { describe, expect, test } from 'vitest'
import type { HorizonProblem, PeriodicJob } from './horizon-problem.ts'
import { planHorizon } from './plan-horizon.ts'
import { evenPatterns } from './visit-patterns.ts'

/** On a line, kilometres from the depot; one vehicle of ten that unloads at the depot. */
function day(places: readonly number[], vehicles = 1): Omit<Problem, 'jobs'> {
  const at = [0, ...places]
  const distances = Float64Array.from(at.flatMap((a) => at.map((b) => Math.abs(a - b))))
  return {
    matrices: [{ size: at.length, distances, durations: distances.map((km) => km * 60) }],
    vehicles: Array.from({ length: vehicles }, (_, n) => ({
      id: `vehicle-${n}`,
      type: 'van',
      profile: 0,
      capacity: [10],
      start: 0,
      end: 0,
      shift: [0, 36_000] as const,
      maxDurationS: null,
      breaks: [],
      unloads: [{ location: 0, serviceS: 0, windows: [] }],
      unloadAtEnd: true,
      cost: { fixed: 0, perM: 1, perS: 0 },
    })),
    fixed: [],
  }
}

const job = (location: number): Job => ({
  id: `job-${location}`,
  location,
  serviceS: 60,
  load: [3],
  windows: [],
  prize: null,
  vehicleTypes: null,
})

/** Each place is visited so often in so many days. */
function contract(
  places: readonly number[],
  visits: readonly number[],
  days: number,
): HorizonProblem {
  const each = day(places)
  return {
    days: Array.from({ length: days }, () => each),
    jobs: visits.map(
      (count, n): PeriodicJob => ({
        job: job(n + 1),
        patterns: evenPatterns(days, count),
      }),
    ),
  }
}

/** A plain sequence, the same every time. */
function numbers(): () => number {
  let last = 0
  return () => {
    last = (last + 0.754877666) % 1
    return last
  }
}
const clock = () => 0

/** Every way to choose, every day searched. */
function leastCost({ days, jobs }: HorizonProblem): number {
  const ways = jobs.reduce<number[][]>(
    (all, { patterns }) => all.flatMap((way) => [...patterns.keys()].map((p) => [...way, p])),
    [[]],
  )
  return Math.min(
    ...ways.map((way) =>
      days.reduce((sum, each, index) => {
        const onDay = jobs.filter(({ patterns }, n) => patterns[way[n] ?? 0]?.includes(index))
        const problem = { ...each, jobs: onDay.map(({ job }) => job) }
        return sum + solve(problem, { seed: 1, iterations: 200, clock }).cost
      }, 0),
    ),
  )
}

describe('a horizon of several days', () => {
  test('brings together on a day what lies together, as cheaply as any choice of days', () => {
    const problem = contract([10, 11, -9, -10, 3], [2, 2, 2, 2, 1], 4)
    const plan = planHorizon(problem, { random: numbers(), clock, moves: 200 })
    expect(plan.unserved).toBe(0)
    expect(plan.cost).toBeCloseTo(leastCost(problem), 6)
    expect(plan.patternOf.get('job-1')).toEqual(plan.patternOf.get('job-2'))
    expect(plan.patternOf.get('job-3')).toEqual(plan.patternOf.get('job-4'))
  })

  test('visits everyone on the days of one pattern, in routes that hold', () => {
    const problem = contract([4, 8, -3, 12, -7, 2], [1, 2, 3, 6, 2, 3], 6)
    const plan = planHorizon(problem, { random: numbers(), clock, moves: 100 })
    const visits = plan.days.map(({ routes }) =>
      routes.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.kind === 'job' ? step.jobId : [])),
      ),
    )
    for (const {
      job: { id },
      patterns,
    } of problem.jobs) {
      const on = visits.flatMap((ids, index) => (ids.includes(id) ? [index] : []))
      expect(patterns).toContainEqual(on)
      expect(plan.patternOf.get(id)).toEqual(on)
    }
    for (const [index, solution] of plan.days.entries()) {
      const jobs = problem.jobs
        .map((each) => each.job)
        .filter(({ id }) => visits[index]?.includes(id))
      expect(verify({ ...day([4, 8, -3, 12, -7, 2]), jobs }, solution)).toEqual([])
    }
  })

  test('keeps off a day on which nothing drives, and counts what that leaves undone', () => {
    const open = day([5, 6])
    const closed = { ...open, vehicles: [] }
    const jobs = [1, 2].map((n) => ({ job: job(n), patterns: evenPatterns(2, 1) }))
    const options = { random: numbers(), clock, moves: 50 }
    const plan = planHorizon({ days: [closed, open], jobs }, options)
    expect([plan.unserved, [...plan.patternOf.values()]]).toEqual([0, [[1], [1]]])
    const shut = planHorizon({ days: [closed, closed], jobs }, options)
    expect([shut.unserved, shut.cost]).toEqual([2, 0])
  })

  test('with the same numbers and moves is the same plan', () => {
    const problem = contract([4, 8, -3, 12, -7], [1, 2, 3, 2, 3], 6)
    const plan = () => planHorizon(problem, { random: numbers(), clock, moves: 60 })
    expect(plan()).toEqual(plan())
  })

  test('refuses a job without patterns, and one on a day that is not there', () => {
    const options = { random: numbers(), clock, moves: 1 }
    const problem = (patterns: number[][]) => ({
      days: [day([5])],
      jobs: [{ job: job(1), patterns }],
    })
    expect(() => planHorizon(problem([]), options)).toThrow('job job-1 has no pattern')
    expect(() => planHorizon(problem([[0, 3]]), options)).toThrow('got day 3, wanted 0 to 0')
  })
})

test('visits are spread evenly, in as many ways as there are days to begin on', () => {
  expect(evenPatterns(6, 2)).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ])
  expect(evenPatterns(4, 4)).toEqual([[0, 1, 2, 3]])
  expect(evenPatterns(6, 4)).toContainEqual([0, 1, 3, 4])
  expect(() => evenPatterns(4, 5)).toThrow('got 5 visits in 4 days')
})
