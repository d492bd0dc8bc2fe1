import { decodePolyline, MINUTE_MS } from '@bakwacht/domain'
import {
  type ConfiguredRoads,
  openRoads,
  type Roads,
  RoadsUnavailable,
  straightLine,
} from '@bakwacht/roads'
import { silentLog } from '@bakwacht/runtime'
import { folderWithRoads } from '@bakwacht/test-support'
import { afterAll, describe, expect, test } from 'vitest'
import {
  at,
  binOf,
  change,
  codes,
  DATE,
  make,
  openWorld,
  stateOf,
  visited,
} from '../planner.fixture.ts'
import { prepareRoads } from './prepare-roads.ts'

const folder = folderWithRoads()
afterAll(() => folder?.remove())

const onMap = (): ConfiguredRoads =>
  openRoads({
    dataDir: folder?.path ?? '',
    valhallaUrl: undefined,
    valhallaTiles: undefined,
    log: silentLog,
    clock: Date.now,
  })

describe.skipIf(folder === undefined)('with a map', () => {
  test('a plan is on roads, and keeps each run’s way leg by leg', async () => {
    await using world = await openWorld({ roads: onMap() })
    const { plan, runs } = await make(world)
    expect(plan).toMatchObject({ travelTimes: 'roads', message: null })
    for (const run of runs) {
      expect(run.way).toHaveLength(run.stops.length + 1)
      const [out = ''] = run.way ?? []
      expect(decodePolyline(out).length).toBeGreaterThan(10)
      // The depot is where the run ends, and where it unloads: nothing is driven in between.
      expect(run.way?.at(-1)).toBe('')
    }
  })

  test('a bin that no road comes near is left out with that reason, the others are served', async () => {
    await using world = await openWorld({ roads: onMap() })
    const lost = { ...binOf(9, at('04:00')), location: [3.1, 51.6] as const }
    await world.registry.containers.put([lost])
    const state = stateOf(lost, 95, at('04:00'))
    await world.registry.states.apply(
      [{ state, alertsSince: at('04:00'), episodes: [] }],
      at('04:00'),
    )
    const planned = await make(world)
    expect(visited(planned)).toEqual(['bin-1', 'bin-2', 'bin-3'])
    expect(codes(planned)).toMatchObject({ 'bin-9': 'no_access' })
    const left = planned.plan.notCollected.find(({ containerId }) => containerId === 'bin-9')
    expect(left?.reason.evidence).toEqual({ because: 'no_road', wanted_for: 'full' })
  })

  test('a depot that no road comes near leaves everything out, and says so', async () => {
    await using world = await openWorld({ roads: onMap() })
    const [depot] = await world.registry.depots.all()
    if (depot === undefined) throw new Error('the world has a depot')
    await world.registry.depots.put([{ ...depot, location: [3.1, 51.6] }])
    const { plan, runs } = await make(world)
    expect(runs).toEqual([])
    const because = plan.notCollected.map(({ reason }) => reason.evidence.because)
    expect(because).toContain('depot_off_road')
  })

  test('a changed run gets its new way, the others keep theirs', async () => {
    await using world = await openWorld({ roads: onMap(), vehicles: [{}] })
    const before = await make(world)
    const [run] = before.runs
    const stop = run?.stops.find(({ kind }) => kind === 'container')
    const after = await change(world, before, { op: 'drop', stopId: stop?.id ?? '' })
    expect(after.plan.travelTimes).toBe('roads')
    const [changed] = after.runs
    expect(changed?.way).toHaveLength((changed?.stops.length ?? 0) + 1)
    expect(changed?.way).not.toEqual(run?.way)
    const approved = await change(world, after, { op: 'approve' })
    expect(approved.runs[0]?.way).toEqual(after.runs[0]?.way)
  })

  test('what was prepared is not asked for again', async () => {
    const roads = onMap()
    await using world = await openWorld({ roads })
    await prepareRoads({ registry: world.registry, roads })
    const { pairs } = roads.counters
    await make(world)
    expect(roads.counters.pairs).toBe(pairs)
    expect(roads.counters.failures).toBe(0)
  })

  test('stopped while it looks for ways, the planner records no failure', async () => {
    const roads = onMap()
    await using world = await openWorld({ roads })
    const far = Array.from({ length: 60 }, (_, n) => ({
      ...binOf(100 + n, at('04:00')),
      location: [4.5 + (n % 8) * 0.05, 50.95 + Math.floor(n / 8) * 0.02] as const,
    }))
    await world.registry.containers.put(far)
    const states = far.map((bin) => ({
      state: stateOf(bin, 95, at('04:00')),
      alertsSince: at('04:00'),
      episodes: [],
    }))
    await world.registry.states.apply(states, at('04:00'))
    const making = expect(make(world)).rejects.toMatchObject({
      code: expect.stringMatching(/STOPPED/),
    })
    await expect.poll(() => roads.counters.pairs).toBeGreaterThan(0)
    await world.planner.stop()
    await making
    expect(await world.registry.plans.findFor(DATE, null)).toBeUndefined()
  })
})

/** Answers so many matrices, then no more. */
function failingAfter(matrices: number): Roads {
  let left = matrices
  return {
    current: async () => ({
      ...straightLine(),
      kind: 'roads',
      async matrix(...asked) {
        if (left-- > 0) return straightLine().matrix(...asked)
        throw new RoadsUnavailable('Valhalla ended with SIGSEGV')
      },
    }),
    stop: async () => {},
  }
}

const otherDepot = { id: 'depot-2', name: 'Depot Lier', location: [4.57, 51.13] as const }

test('where road times fail on the way, all of the plan is estimated, and says why', async () => {
  await using world = await openWorld({
    roads: failingAfter(1),
    vehicles: [{}, { depotId: 'depot-2' }],
  })
  const [depot] = await world.registry.depots.all()
  if (depot === undefined) throw new Error('the world has a depot')
  await world.registry.depots.put([{ ...depot, ...otherDepot }])
  const bin = { ...binOf(1, at('04:00')), depotId: 'depot-2' }
  await world.registry.containers.put([bin])
  const { plan, runs } = await make(world)
  expect(plan.travelTimes).toBe('estimate')
  expect(plan.message).toMatch(/^No road times: Valhalla ended with SIGSEGV\. All times are/)
  expect(runs).toHaveLength(2)
  expect(runs.map(({ way }) => way)).toEqual([undefined, undefined])
})

test('a change without road times makes the plan an estimate', async () => {
  await using world = await openWorld({ roads: failingAfter(1), vehicles: [{}] })
  const before = await make(world)
  expect(before.plan.travelTimes).toBe('roads')
  const [run] = before.runs
  const after = await change(world, before, { op: 'drop', stopId: run?.stops[0]?.id ?? '' })
  expect(after.plan.travelTimes).toBe('estimate')
  expect(after.plan.message).toContain('No road times')
  expect(after.runs[0]?.way).toBeUndefined()
})

test('a change of names alone asks for no road times', async () => {
  await using world = await openWorld({ roads: failingAfter(1), vehicles: [{}] })
  const before = await make(world)
  const after = await change(world, before, { op: 'approve' })
  expect(after.plan).toMatchObject({ travelTimes: 'roads', message: null })
  expect(after.runs[0]?.departure).toBeGreaterThan(at('04:00') + MINUTE_MS)
})
