import type { Problem } from '@bakwacht/routing'
import { expect, test } from 'vitest'
import { createThreadSolver } from './thread-solver.ts'

const onlyOne = { size: 1, durations: new Float64Array(1), distances: new Float64Array(1) }
const problem: Problem = { matrices: [onlyOne], jobs: [], vehicles: [], fixed: [] }

const busy: Problem = {
  matrices: [onlyOne],
  jobs: Array.from({ length: 40 }, (_, n) => ({
    id: `job-${n}`,
    location: 0,
    serviceS: 60,
    load: [1],
    windows: [],
    prize: null,
    vehicleTypes: null,
  })),
  vehicles: ['a', 'b'].map((id) => ({
    id,
    type: 'van',
    profile: 0,
    capacity: [30],
    start: 0,
    end: 0,
    shift: [0, 36_000] as const,
    maxDurationS: null,
    breaks: [],
    unloads: [],
    unloadAtEnd: false,
    cost: { fixed: 1, perM: 0, perS: 0 },
  })),
  fixed: [],
}

test('answers from another thread', async () => {
  const solution = await createThreadSolver().solve(problem, { seed: 1, seconds: 0.1 })
  expect(solution).toMatchObject({ routes: [], unserved: [], seed: 1 })
})

test('passes on what the search throws', async () => {
  const solver = createThreadSolver()
  const bad = { ...problem, jobs: [{ ...busy.jobs[0], location: 7 }] } as Problem
  await expect(solver.solve(bad, { seed: 1, seconds: 1 })).rejects.toMatchObject({
    code: 'BAD_PROBLEM',
  })
})

test('stopped, it ends the search under way and begins no other', async () => {
  const solver = createThreadSolver()
  const search = solver.solve(busy, { seed: 1, seconds: 60 })
  const outcome = expect(search).rejects.toMatchObject({ code: 'SOLVER_STOPPED' })
  await solver.stop()
  await outcome
  await expect(solver.solve(busy, { seed: 1, seconds: 1 })).rejects.toThrow('stopped')
})

test('tells how far it is, and how cheap the best is', async () => {
  const told: { share: number; bestCost: number }[] = []
  const onProgress = (progress: { share: number; bestCost: number }) => told.push({ ...progress })
  await createThreadSolver({ threads: 2 }).solve(busy, { seed: 1, seconds: 2, onProgress })
  expect(told.length).toBeGreaterThan(0)
  expect(told.at(-1)?.bestCost).toBe(2)
})
