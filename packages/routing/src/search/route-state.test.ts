import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { Moves } from '../schedule/moves.ts'
import { timetable } from '../schedule/timetable.ts'
import { randomProblem } from '../testing/random-problem.fixture.ts'
import { NONE, RouteState } from './route-state.ts'

const EXACT = { exact: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const size = { jobs: 7, vehicles: 1, windows: 2, breaks: 1, unloads: 1 }

/** Calls `check` with a route being filled and every insertion that it allows on the way. */
function forEachInsertion(
  check: (facts: {
    route: RouteState
    predicted: number
    bound: number
    recomputed: number
    after: RouteState
  }) => void,
): void {
  fc.assert(
    fc.property(randomProblem(size), (problem) => {
      const instance = compile(problem)
      const [vehicle] = instance.vehicles
      if (vehicle === undefined) return
      const moves = new Moves({ instance, limits: EXACT, trace: null })
      const newRoute = () => new RouteState(instance, vehicle, moves)
      const route = newRoute()
      for (let job = 0; job < instance.jobCount; job++) {
        let inserted = false
        for (let gap = 0; gap <= route.stops.length; gap++)
          for (const [before, after] of unloadsAround(vehicle.unloads.length)) {
            const predicted = route.costInserting(job, gap, before, after)
            if (predicted === Number.POSITIVE_INFINITY) continue
            const bound = route.leastDelta(job, gap, before, after)
            const copy = newRoute()
            copy.assignInserting(route, job, gap, before, after)
            const made = timetable(instance, vehicle, copy.stops, 'given', EXACT)
            check({ route, predicted, bound, recomputed: made?.cost ?? Number.NaN, after: copy })
            inserted = true
          }
        if (inserted) insertSomewhere(route, job)
      }
    }),
    { numRuns: 150 },
  )
}

const unloadsAround = (places: number): [number, number][] =>
  places === 0
    ? [[NONE, NONE]]
    : [[NONE, NONE], [0, NONE], [NONE, 0], [0, 0]] // biome-ignore format: one line

function insertSomewhere(route: RouteState, job: number): void {
  for (let gap = 0; gap <= route.stops.length; gap++)
    if (route.costInserting(job, gap, NONE, NONE) < Number.POSITIVE_INFINITY) {
      route.insert(job, gap, NONE, NONE)
      return
    }
}

test('the cost of an insertion is that of the route recomputed with it', () => {
  forEachInsertion(({ predicted, recomputed, after }) => {
    expect(Math.abs(after.cost - recomputed)).toBeLessThan(1e-6)
    expect(Math.abs(predicted - recomputed)).toBeLessThan(1e-6)
  })
})

test('the bound is never above the true difference', () => {
  forEachInsertion(({ route, predicted, bound }) => {
    expect(bound).toBeLessThanOrEqual(predicted - route.cost + 1e-6)
  })
})
