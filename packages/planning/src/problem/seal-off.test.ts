import { sizeOf } from '@bakwacht/domain'
import { solve, verify } from '@bakwacht/routing'
import { expect, test } from 'vitest'
import { bin, crowMatrix, DATE, depot, snapshot, stateOf, van } from '../planning.fixture.ts'
import { wantedOf } from '../selection/decision.ts'
import { selectBins } from '../selection/select-bins.ts'
import { buildProblem, withMatrices } from './build-problem.ts'
import { type RoadMatrix, sealOff } from './seal-off.ts'

const truck = van({ id: 'truck-1', type: 'truck', payloadKg: 3000 })
const bins = [bin(1), bin(2), bin(3, { vehicleTypes: ['truck'] })]
const day = snapshot({
  containers: bins,
  states: bins.map((each) => stateOf(each, 90)),
  vehicles: [van(), truck],
})
const wanted = wantedOf(selectBins(day, DATE, depot.id, { drafts: [], notCollected: [] }))
const problem = buildProblem({ snapshot: day, date: DATE, depot, wanted, drafts: [] })
const place = (id: string) => problem.jobs.find((job) => job.id === id)?.location ?? -1

/** As the crow flies, but for these pairs, `[vehicle size, from, to]`, between which no road leads. */
function matrices(
  broken: readonly (readonly [size: number, from: number, to: number])[],
  offRoad?: RoadMatrix['offRoad'],
): RoadMatrix[] {
  return problem.vehicleSizes.map((_, size) => {
    const matrix = crowMatrix(problem.points)
    for (const [of, from, to] of broken)
      if (of === size) {
        matrix.durations[from * matrix.size + to] = Number.POSITIVE_INFINITY
        matrix.distances[from * matrix.size + to] = Number.POSITIVE_INFINITY
      }
    return offRoad === undefined ? matrix : { ...matrix, offRoad }
  })
}

const VAN = 0
const TRUCK = 1
const because = (sealed: ReturnType<typeof sealOff>) =>
  sealed.leftOut.map(({ containerId, reason }) => [containerId, reason.evidence.because])

test('the sizes are those of van and truck', () => {
  expect(problem.vehicleSizes).toEqual([sizeOf(van()), sizeOf(truck)])
})

test('where all can be reached, nothing changes', () => {
  expect(sealOff(problem, matrices([]))).toBe(problem)
})

test('a bin that one of its vehicles reaches stays, and that one serves it', () => {
  const broken = matrices([[VAN, 0, place('bin-1')]])
  const sealed = sealOff(problem, broken)
  expect(sealed.jobs).toHaveLength(3)
  const routing = withMatrices(sealed, broken)
  const solution = solve(routing, { seed: 1, iterations: 200, clock: () => 0 })
  expect(verify(routing, solution)).toEqual([])
  expect(solution.unserved).toEqual([])
  const server = solution.routes.find(({ steps }) =>
    steps.some((step) => step.kind === 'job' && step.jobId === 'bin-1'),
  )
  expect(server?.vehicleId).toBe('truck-1')
})

test('one that none of its vehicles reaches, or leaves again, is left out with why', () => {
  const sealed = sealOff(
    problem,
    matrices([
      [VAN, place('bin-2'), 0],
      [TRUCK, place('bin-2'), 0],
      [TRUCK, 0, place('bin-3')],
    ]),
  )
  expect(because(sealed)).toEqual([
    ['bin-2', 'no_way_back'],
    ['bin-3', 'no_way_there'],
  ])
  expect(sealed.jobs.map(({ id }) => id)).toEqual(['bin-1'])
})

test('one far from any road says how far, and a lock on it holds nothing', () => {
  const held = {
    ...problem,
    fixed: [{ vehicleId: 'van-1', sequence: ['bin-1'], members: ['bin-2'] }],
  }
  const offRoad = new Map([[place('bin-1'), { nearestM: 420 }]])
  const sealed = sealOff(held, matrices([], offRoad))
  expect(sealed.leftOut[0]).toMatchObject({
    containerId: 'bin-1',
    reason: {
      code: 'no_access',
      evidence: { because: 'far_from_road', nearest_road_m: 420, wanted_for: 'full' },
    },
  })
  expect(sealed.fixed).toEqual([{ vehicleId: 'van-1', sequence: [], members: ['bin-2'] }])
})
