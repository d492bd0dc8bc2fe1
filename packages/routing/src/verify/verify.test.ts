import { describe, expect, test } from 'vitest'
import type { Route, RouteStep, Solution } from '../solution.ts'
import { solve } from '../solve.ts'
import { day, HOUR, job, van } from '../testing/day.fixture.ts'
import { verify } from './verify.ts'

const problem = day(
  [
    job('a', 5, { load: [4] }),
    job('b', 10, { load: [4], windows: [[0, 700]] }),
    job('c', 15, { load: [4] }),
    job('d', 20, { load: [4], vehicleTypes: ['van'] }),
    job('far', 60, { prize: 1 }),
  ],
  [
    van('v', {
      capacity: [10],
      unloads: [{ location: 12, serviceS: 300, windows: [] }],
      unloadAtEnd: true,
      breaks: [{ durationS: 1800, windows: [[600, 1800]] }],
      shift: [0, 4 * HOUR],
      maxDurationS: 3 * HOUR,
    }),
    van('w', { type: 'truck', capacity: [0] }),
  ],
  [{ vehicleId: 'v', sequence: ['a'], members: ['c'] }],
)
const sound = solve(problem, { seed: 1, iterations: 300, clock: () => 0 })
const [route] = sound.routes

const kindsAfter = (solution: Solution, of = problem) =>
  verify(of, solution).map(({ kind }) => kind)

const withRoute = (change: (route: Route) => Route): Solution => ({
  ...sound,
  routes: sound.routes.map(change),
})
const withSteps = (change: (step: RouteStep, i: number) => RouteStep[]): Solution =>
  withRoute((r) => ({ ...r, steps: r.steps.flatMap(change) }))

const only = (kind: RouteStep['kind'], change: (step: RouteStep) => RouteStep[]) => {
  let first = true
  return withSteps((step) => {
    if (step.kind !== kind || !first) return [step]
    first = false
    return change(step)
  })
}

test('the solution that the following tests spoil is sound and uses every rule', () => {
  expect(verify(problem, sound)).toEqual([])
  expect(new Set(route?.steps.map(({ kind }) => kind))).toEqual(
    new Set(['start', 'job', 'unload', 'break', 'end']),
  )
  expect(sound.unserved).toEqual([{ jobId: 'far', reason: 'not_worth_detour' }])
})

describe('notices', () => {
  test('a job that is dropped', () => {
    expect(kindsAfter(only('job', () => []))).toContain('unaccounted')
  })

  test('a job that is served twice', () => {
    expect(kindsAfter(only('job', (step) => [step, step]))).toContain('served_twice')
  })

  test('a job that is both served and reported', () => {
    const unserved = [...sound.unserved, { jobId: 'a', reason: 'no_room' as const }]
    expect(kindsAfter({ ...sound, unserved })).toContain('served_twice')
  })

  test('an unknown job and an unknown vehicle', () => {
    const unserved = [...sound.unserved, { jobId: 'x', reason: 'no_room' as const }]
    expect(kindsAfter({ ...sound, unserved })).toContain('unknown_id')
    expect(kindsAfter(withRoute((r) => ({ ...r, vehicleId: 'x' })))).toContain('unknown_id')
  })

  test('a vehicle with two routes', () => {
    const doubled = { ...sound, routes: [...sound.routes, ...sound.routes] }
    expect(kindsAfter(doubled)).toContain('vehicle_used_twice')
  })

  test('a mandatory job left out for money', () => {
    const unserved = [{ jobId: 'b', reason: 'not_worth_detour' as const }]
    expect(kindsAfter({ ...sound, unserved })).toContain('reason')
  })

  test('a vehicle of the wrong type, too small, and not the one that is fixed', () => {
    const kinds = kindsAfter(withRoute((r) => ({ ...r, vehicleId: 'w' })))
    expect(kinds).toEqual(expect.arrayContaining(['vehicle_type', 'load', 'fixed']))
  })

  test('a fixed sequence that does not lead', () => {
    const fixed = [{ vehicleId: 'v', sequence: ['b', 'a'], members: [] }]
    expect(kindsAfter(sound, { ...problem, fixed })).toContain('fixed')
  })

  test('a step that begins before it arrives, or takes less than its service', () => {
    const early = only('job', (step) =>
      step.kind === 'job' ? [{ ...step, begin: step.arrival - 1 }] : [step],
    )
    expect(kindsAfter(early)).toContain('step')
    const short = only('job', (step) => [{ ...step, departure: step.departure - 1 }])
    expect(kindsAfter(short)).toEqual(expect.arrayContaining(['step', 'travel']))
  })

  test('a leg that is driven too fast', () => {
    const fast = only('end', (step) => [
      { ...step, arrival: step.arrival - 5, departure: step.departure - 5 },
    ])
    expect(kindsAfter(fast)).toEqual(expect.arrayContaining(['travel', 'total']))
  })

  test('a way that does not exist', () => {
    const [matrix] = problem.matrices
    if (matrix === undefined) throw new Error('no matrix')
    const durations = matrix.durations.map((s) => (s === 300 ? Number.POSITIVE_INFINITY : s))
    const matrices = [{ ...matrix, durations }]
    expect(kindsAfter(sound, { ...problem, matrices })).toContain('travel')
  })

  test('a stop that is elsewhere', () => {
    expect(kindsAfter(only('job', (step) => [{ ...step, location: 6 }]))).toContain('step')
  })

  test('a missed window', () => {
    const jobs = problem.jobs.map((j) => (j.id === 'b' ? { ...j, windows: [[0, 1] as const] } : j))
    expect(kindsAfter(sound, { ...problem, jobs })).toEqual(['window'])
  })

  test('a shift, and hours, that are exceeded', () => {
    const [v, w] = problem.vehicles
    if (v === undefined || w === undefined) throw new Error('no vehicles')
    const after = (change: Partial<typeof v>) =>
      kindsAfter(sound, { ...problem, vehicles: [{ ...v, ...change }, w] })
    expect(after({ shift: [0, HOUR] })).toEqual(['shift'])
    expect(after({ shift: [HOUR, 4 * HOUR] })).toEqual(['shift'])
    expect(after({ maxDurationS: HOUR })).toEqual(['max_duration'])
  })

  test('driving that is exceeded, and a trip that leaves before a job is released', () => {
    const [v, w] = problem.vehicles
    if (v === undefined || w === undefined) throw new Error('no vehicles')
    const tired = { ...problem, vehicles: [{ ...v, maxDriveS: 60 }, w] }
    expect(kindsAfter(sound, tired)).toEqual(['max_drive'])
    const departure = route?.steps[0]?.departure ?? 0
    const released = (releaseS: number) => ({
      ...problem,
      jobs: problem.jobs.map((j) => (j.id === 'b' ? { ...j, releaseS } : j)),
    })
    expect(kindsAfter(sound, released(departure))).toEqual([])
    expect(kindsAfter(sound, released(departure + 1))).toEqual(['release'])
  })

  test('a break that is left out, cut short or taken outside its window', () => {
    const [v, w] = problem.vehicles
    if (v === undefined || w === undefined) throw new Error('no vehicles')
    const owed = (durationS: number, from: number, to: number) => ({
      ...problem,
      vehicles: [{ ...v, breaks: [{ durationS, windows: [[from, to] as const] }] }, w],
    })
    expect(kindsAfter(only('break', () => []))).toContain('break')
    expect(kindsAfter(sound, owed(1900, 600, 1800))).toEqual(['break'])
    expect(kindsAfter(sound, owed(1800, 600, 601))).toEqual(['break'])
    expect(kindsAfter(only('break', (step) => [{ ...step, location: 50 }]))).toContain('break')
  })

  test('too much on board, something left on board, and trips counted wrong', () => {
    const heavier = problem.jobs.map((j) => ({ ...j, load: [6] }))
    expect(kindsAfter(sound, { ...problem, jobs: heavier })).toContain('load')
    const unloaded = withSteps((step) => (step.kind === 'unload' ? [] : [step]))
    expect(kindsAfter(unloaded)).toEqual(expect.arrayContaining(['load', 'unload', 'trip']))
    const counted = only('unload', (step) => (step.kind === 'unload' ? [{ ...step, trip: 7 }] : []))
    expect(kindsAfter(counted)).toEqual(['trip'])
  })

  test('an unload place that does not exist', () => {
    const elsewhere = only('unload', (step) =>
      step.kind === 'unload' ? [{ ...step, place: 3 }] : [],
    )
    expect(kindsAfter(elsewhere)).toEqual(['unload'])
  })

  test('a route without start', () => {
    expect(kindsAfter(only('start', () => []))).toContain('step')
  })

  test.each(['distanceM', 'durationS', 'cost'] as const)('a wrong %s', (field) => {
    expect(kindsAfter(withRoute((r) => ({ ...r, [field]: r[field] + 0.1 })))).toContain('total')
  })

  test('a prize that is not in the cost', () => {
    expect(kindsAfter({ ...sound, cost: sound.cost - 1 })).toEqual(['total'])
  })
})
