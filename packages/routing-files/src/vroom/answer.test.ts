import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vroomAnswer } from '../routing-file.ts'
import { answerFaults } from '../testing/check-answer.fixture.ts'
import { CVRP, MTVRPTWR, VROOM } from '../testing/files.fixture.ts'
import { randomVroom } from '../testing/random-vroom.fixture.ts'
import { solveFile } from '../testing/solve-file.fixture.ts'

async function answered(input: string | object, name = 'a.json') {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const { file, solution } = await solveFile(name, text)
  return vroomAnswer(file, solution, 3)
}

const line = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => 100 * Math.abs(i - j)),
  )
const matrices = { car: { durations: line(4) } }
const truck = { id: 1, start_index: 0, end_index: 0 }
const job = (id: number, more: object = {}) => ({ id, location_index: id, ...more })

test('an answer has VROOM’s shape, with steps for breaks and visits to unload', async () => {
  const answer = await answered(VROOM)
  expect(answerFaults(VROOM, answer)).toEqual([])
  expect(answer).toMatchObject({
    code: 0,
    summary: {
      ...{ cost: 610, routes: 1, unassigned: 0, duration: 610, setup: 0, priority: 0 },
      ...{ pickup: [9], delivery: [0], violations: [], unassigned_cost: 0 },
      computing_times: { loading: 3 },
    },
    travel_times: 'given',
    unassigned: [],
  })
  const types = answer.routes[0]?.steps.map(({ type }) => type) ?? []
  expect(types.filter((type) => type === 'break')).toHaveLength(1)
  expect(types.filter((type) => type === 'unload')).toHaveLength(1)
  expect([types[0], types.at(-1)]).toEqual(['start', 'end'])
})

test('whatever is answered keeps every rule of the input, computed again', async () => {
  await fc.assert(
    fc.asyncProperty(randomVroom, async (text) => {
      expect(answerFaults(text, await answered(text))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a break is among the steps even where it is taken before or after all work', async () => {
  const early = { id: 5, service: 50, time_windows: [[0, 100]] }
  const late = { id: 6, service: 50, time_windows: [[3000, 4000]] }
  const input = {
    jobs: [job(1, { time_windows: [[1000, 1100]] })],
    vehicles: [{ ...truck, time_window: [0, 5000], breaks: [early, late] }],
    matrices,
  }
  const answer = await answered(input)
  expect(answerFaults(JSON.stringify(input), answer)).toEqual([])
  expect(answer.routes[0]?.steps.map(({ type, id }) => `${type} ${id ?? ''}`.trim())).toEqual([
    ...['start', 'break 5', 'job 1', 'break 6', 'end'],
  ])
})

test('a route without an end stops at its last job, without a start it begins at its first', async () => {
  const jobs = [job(1), job(3)]
  const open = await answered({ jobs, vehicles: [{ id: 1, start_index: 0 }], matrices })
  expect(open.summary.cost).toBe(300)
  expect(open.routes[0]?.steps.map(({ type }) => type)).toEqual(['start', 'job', 'job'])
  const home = await answered({ jobs, vehicles: [{ id: 1, end_index: 0 }], matrices })
  expect(home.routes[0]?.steps.map(({ type, id }) => id ?? type)).toEqual([3, 1, 'end'])
})

test('a deliverer starts with all on board, a collector with nothing', async () => {
  const load = async (kind: string) => {
    const jobs = [1, 2].map((id) => job(id, { [kind]: [id] }))
    const answer = await answered({ jobs, vehicles: [{ ...truck, capacity: [3] }], matrices })
    return answer.routes[0]?.steps.map((step) => step.load[0])
  }
  expect([
    [3, 2, 0, 0],
    [3, 1, 0, 0],
  ]).toContainEqual(await load('delivery'))
  expect([
    [0, 1, 3, 3],
    [0, 2, 3, 3],
  ]).toContainEqual(await load('pickup'))
})

test('where not all fit, the greatest sum of priorities is served, and what is left says why', async () => {
  const jobs = [job(1), job(2, { priority: 5 }), job(3, { priority: 9 })].map((one) => ({
    ...{ ...one, pickup: [1] },
  }))
  const vehicles = [{ ...truck, capacity: [2] }]
  const answer = await answered({ jobs, vehicles, matrices })
  expect(answer.summary).toMatchObject({
    cost: 600,
    priority: 14,
    unassigned: 1,
    unassigned_cost: 0,
  })
  expect(answer.unassigned).toEqual([{ id: 1, type: 'job', location_index: 1, reason: 'no_room' }])
})

test('without priorities as many jobs as possible are served', async () => {
  const jobs = [job(1, { pickup: [2] }), job(2, { pickup: [1] }), job(3, { pickup: [1] })]
  const answer = await answered({ jobs, vehicles: [{ ...truck, capacity: [2] }], matrices })
  expect(answer.unassigned.map(({ id }) => id)).toEqual([1])
})

test('a prize that does not pay for the detour is left, and counted', async () => {
  const jobs = [job(1, { prize: 1000 }), job(3, { prize: 399 })]
  const { summary, unassigned } = await answered({ jobs, vehicles: [truck], matrices })
  expect(summary).toMatchObject({ cost: 200, unassigned_cost: 399 })
  expect(unassigned).toMatchObject([{ id: 3, reason: 'not_worth_detour' }])
})

test('without matrices travel is estimated, and the answer says so', async () => {
  const jobs = [{ id: 1, location: [4, 51], description: 'church' }]
  const vehicles = [{ id: 1, start: [4, 50], end: [4, 50], speed_factor: 2 }]
  const answer = await answered({ jobs, vehicles })
  expect(answer).toMatchObject({ travel_times: 'estimate', summary: { cost: 1, distance: 20 } })
  expect(answer.routes[0]?.steps[1]).toMatchObject({
    ...{ type: 'job', description: 'church', location: [4, 51], duration: 0.5, distance: 10 },
  })
})

test('a set-up is told apart from the service', async () => {
  const jobs = [job(1, { setup: 30, service: 20 })]
  const { routes } = await answered({ jobs, vehicles: [truck], matrices })
  expect(routes[0]).toMatchObject({ setup: 30, service: 20 })
  expect(routes[0]?.steps[1]).toMatchObject({ setup: 30, service: 20 })
})

test('skills that no vehicle has, an empty fleet and no jobs are answers, not errors', async () => {
  const skilled = await answered({ jobs: [job(1, { skills: [4] })], vehicles: [truck], matrices })
  expect(skilled.unassigned).toMatchObject([{ id: 1, reason: 'no_vehicle_type' }])
  const nobody = await answered({ jobs: [job(1)], vehicles: [], matrices })
  expect(nobody.unassigned).toMatchObject([{ id: 1, reason: 'no_vehicles' }])
  expect(await answered({ jobs: [], vehicles: [truck], matrices })).toMatchObject({ routes: [] })
})

test('a benchmark is answered in the same shape, customers as jobs', async () => {
  const plain = await answered(CVRP, 'a.vrp')
  expect(plain).toMatchObject({ summary: { cost: 54, distance: 54, routes: 2, pickup: [12] } })
  expect(plain.routes.flatMap(({ steps }) => steps.flatMap(({ id }) => id ?? [])).sort()).toEqual([
    ...[1, 2, 3],
  ])
  const trips = await answered(MTVRPTWR, 'a.vrp')
  expect(trips.routes[0]?.steps.map(({ type }) => type)).toContain('unload')
})
