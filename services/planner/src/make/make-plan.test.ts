import { DAY_MS, HOUR_MS, MINUTE_MS, type StopOutcome } from '@bakwacht/domain'
import { putDensities } from '@bakwacht/registry'
import { describe, expect, test } from 'vitest'
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
import { type Solver, SolverStopped } from '../solver/solver.ts'

describe('making a plan', () => {
  test('visits the full bins, leaves the others out with reasons, and stores it', async () => {
    await using world = await openWorld()
    const made = await make(world)
    expect(made.plan).toMatchObject({
      version: 1,
      date: DATE,
      status: 'draft',
      travelTimes: 'estimate',
      settingsVersion: 2,
      solver: { name: 'sisr', seed: 1, threads: 2 },
      message: null,
    })
    expect(visited(made)).toEqual(['bin-1', 'bin-2', 'bin-3'])
    expect(codes(made)).toEqual({ 'bin-4': 'not_full', 'bin-5': 'not_full' })
    expect(await world.registry.plans.findFor(DATE, null)).toEqual(made)
  })

  test.each([
    [0.1, 'fills no trip to the brim', 300, 500],
    [0.5, 'takes loads as expected where that is wanted', 500, 600],
  ])('weighs each bin as its own weighed loads say; %d %s', async (overloadChance, _, from, to) => {
    await using world = await openWorld({ fills: Array.from({ length: 12 }, () => 90) })
    const { version: _version, ...settings } = await world.registry.settings.current()
    await world.registry.settings.put({ ...settings, plan: { ...settings.plan, overloadChance } })
    const fleet = { kgPerL: 0.085, sdKgPerL: 0.02, loads: 90, visitSd: 0.25, compaction: 0 }
    const heavy = { kgPerL: 0.1275, sdKgPerL: 0.01, loads: 9 }
    const densities = { fleet, containers: new Map([['bin-2', heavy]]) }
    await putDensities(world.registry.learnt, densities, world.clock.now)
    const stops = (await make(world)).runs.flatMap((run) => run.stops)
    const kgOf = (id: string) =>
      stops.find(({ containerId }) => containerId === id)?.expectedKg ?? Number.NaN
    expect(kgOf('bin-2') / kgOf('bin-1')).toBeCloseTo(1.5, 2)
    const trips = stops.filter(({ kind }) => kind === 'unload').map(({ expectedKg }) => expectedKg)
    // A van carries 600 kg and three bins hold some 580: one time in three they would be too much.
    expect(Math.max(...trips)).toBeGreaterThan(from)
    expect(Math.max(...trips)).toBeLessThan(to)
  })

  test('takes no bin to a depot that is retired, however near', async () => {
    await using world = await openWorld()
    const { depots } = world.registry
    const [depot] = await depots.all()
    const near = {
      ...(depot ?? expect.fail('no depot')),
      id: 'old',
      location: [4.491, 51.03],
    } as const
    await depots.put([near])
    expect(visited(await make(world))).toEqual([])
    await depots.put([{ ...near, active: false }])
    expect(visited(await make(world))).toEqual(['bin-1', 'bin-2', 'bin-3'])
  })

  test('again keeps the plan’s id and the runs’, as the next version', async () => {
    await using world = await openWorld()
    const first = await make(world)
    const again = await make(world)
    expect(again.plan).toMatchObject({ id: first.plan.id, version: 2 })
    expect(again.runs.map(({ id }) => id)).toEqual(first.runs.map(({ id }) => id))
  })

  test('again lets approved runs stand and plans only what is left', async () => {
    await using world = await openWorld()
    const first = await make(world)
    const approved = await change(world, first, { op: 'approve' })
    expect(approved.plan.status).toBe('approved')

    const states = [stateOf(binOf(4, world.clock.now), 95, world.clock.now)]
    await world.registry.states.apply(
      states.map((state) => ({ state, alertsSince: world.clock.now, episodes: [] })),
      world.clock.now,
    )
    const again = await make(world)
    expect(again.plan.status).toBe('approved')
    for (const run of approved.runs) expect(again.runs).toContainEqual(run)
    const drafts = again.runs.filter(({ status }) => status === 'draft')
    expect(visited({ ...again, runs: drafts })).toEqual(['bin-4'])
    expect(visited(again)).toEqual(['bin-1', 'bin-2', 'bin-3', 'bin-4'])
    expect(codes(again)).toEqual({ 'bin-5': 'not_full' })
  })

  test('tells another depot’s plan what is promised already', async () => {
    await using world = await openWorld()
    await change(world, await make(world), { op: 'approve' })
    const other = await make(world, DATE, 'depot-1')
    expect(other.runs).toEqual([])
    expect(codes(other)).toMatchObject({ 'bin-1': 'already_planned', 'bin-3': 'already_planned' })
  })

  test.each<[StopOutcome, boolean]>([
    ['blocked', true],
    ['skipped', true],
    ['emptied', false],
  ])('a stop that was %s: eligible again is %s', async (outcome, eligible) => {
    await using world = await openWorld({ fills: [90] })
    const approved = await change(world, await make(world), { op: 'approve' })
    const [run] = approved.runs
    const result = {
      outcome,
      kg: null,
      wetKg: null,
      destination: null,
      note: null,
      at: at('08:00'),
    }
    world.clock.now = at('08:00')
    await world.registry.plans.addResult({
      runId: run?.id ?? '',
      stopId: run?.stops[0]?.id ?? '',
      result,
      idempotencyKey: null,
      now: world.clock.now,
    })
    const again = await make(world)
    expect(visited(again)).toEqual(eligible ? ['bin-1', 'bin-1'] : ['bin-1'])
    expect(codes(again)).toEqual({})
  })

  test('without a vehicle or a depot is a plan of reasons, not an error', async () => {
    await using world = await openWorld({ vehicles: [] })
    const made = await make(world)
    expect(made.runs).toEqual([])
    expect(codes(made)).toMatchObject({ 'bin-1': 'no_capacity', 'bin-5': 'not_full' })
  })

  test('refuses a depot that is not there, and stores nothing', async () => {
    await using world = await openWorld()
    await expect(world.planner.make({ date: DATE, depotId: 'nope' })).rejects.toThrow(
      'there is no depot nope',
    )
    expect(await world.registry.plans.findFor(DATE, 'nope')).toBeUndefined()
  })

  test('asked twice at once makes one plan after the other', async () => {
    await using world = await openWorld()
    const both = await Promise.all([make(world), make(world)])
    expect(both.map(({ plan }) => plan.version)).toEqual([1, 2])
  })
})

describe('a search that fails', () => {
  const failing = (fault: () => Promise<never>): Solver => ({
    name: 'broken',
    threads: 1,
    solve: fault,
    stop: async () => {},
  })

  test('leaves a failed plan that says why, and an error', async () => {
    await using world = await openWorld({
      solver: failing(async () => Promise.reject(new Error('no memory'))),
    })
    await expect(make(world)).rejects.toMatchObject({
      code: 'PLAN_FAILED',
      cause: { message: 'no memory' },
    })
    const stored = await world.registry.plans.findFor(DATE, null)
    expect(stored?.plan).toMatchObject({ status: 'failed', version: 1, message: 'no memory' })
  })

  test('never gives a plan that its verifier refuses', async () => {
    const lying: Solver = {
      name: 'lying',
      threads: 1,
      stop: async () => {},
      solve: async () => ({
        routes: [],
        unserved: [],
        cost: 0,
        iterations: 1,
        seconds: 0,
        seed: 1,
      }),
    }
    await using world = await openWorld({ solver: lying })
    await expect(make(world)).rejects.toThrow(/rules broken/)
    expect((await world.registry.plans.findFor(DATE, null))?.runs).toEqual([])
  })

  test('that is stopped with the planner leaves no failed plan', async () => {
    const stopped = failing(async () => Promise.reject(new SolverStopped('the search was stopped')))
    await using world = await openWorld({ solver: stopped })
    await expect(make(world)).rejects.toThrow('stopped')
    expect(await world.registry.plans.findFor(DATE, null)).toBeUndefined()
  })
})

test('a burning bin is visited by nobody until it is acknowledged and out', async () => {
  await using world = await openWorld({ fills: [90] })
  const { registry, clock } = world
  const bin = binOf(1, clock.now)
  const fire = { kind: 'fire', raisedAt: clock.now - HOUR_MS, evidence: {} } as const
  const burning = stateOf(bin, 90, clock.now)
  const change = (clearedAt: number | null) => ({
    state: { ...burning, health: { ...burning.health, fire: clearedAt === null } },
    alertsSince: clock.now - DAY_MS,
    episodes: [{ ...fire, clearedAt }],
  })
  await registry.states.apply([change(null)], clock.now)
  expect(codes(await make(world))).toEqual({ 'bin-1': 'no_access' })
  const [alert] = await registry.alerts.open()
  await registry.alerts.ack(alert?.id ?? '', 'planner', clock.now)
  expect(codes(await make(world))).toEqual({ 'bin-1': 'no_access' })
  await registry.states.apply([change(clock.now - 5 * MINUTE_MS)], clock.now)
  const made = await make(world)
  expect(made.runs[0]?.stops[0]?.reason.code).toBe('alarm')
})
