import { DAY_MS, HOUR_MS, MINUTE_MS, type StopOutcome } from '@bakwacht/domain'
import { createPlanClient } from '@bakwacht/plan-queue'
import { PlanOpRefused, type PlanWithRuns } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { describe, expect, test, vi } from 'vitest'
import {
  at,
  binOf,
  codes,
  DATE,
  openWorld,
  stateOf,
  visited,
  type World,
} from './planner.fixture.ts'
import { type Solver, SolverStopped } from './solver/solver.ts'

const make = ({ planner }: World, date = DATE) => planner.make({ date, depotId: null })

async function change(
  { planner }: World,
  { plan }: PlanWithRuns,
  ...ops: Parameters<World['planner']['change']>[1]
): Promise<PlanWithRuns> {
  return (await planner.change(plan.id, ops, plan.version, false)).planned
}

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
      solver: { name: 'sisr', seed: 1, threads: 1 },
      message: null,
    })
    expect(visited(made)).toEqual(['bin-1', 'bin-2', 'bin-3'])
    expect(codes(made)).toEqual({ 'bin-4': 'not_full', 'bin-5': 'not_full' })
    expect(await world.registry.plans.findFor(DATE, null)).toEqual(made)
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
    const other = await world.planner.make({ date: DATE, depotId: 'depot-1' })
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

describe('changing a plan', () => {
  test('a dry run tells the plan and the cost to be, and stores nothing', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const ops = [{ op: 'add', containerId: 'bin-5' }] as const
    const dry = await world.planner.change(made.plan.id, ops, made.plan.version, true)
    expect(visited(dry.planned)).toContain('bin-5')
    expect(dry.planned.plan.version).toBe(2)
    expect(dry.delta.cost).toBeGreaterThan(0)
    expect(await world.registry.plans.find(made.plan.id)).toEqual(made)
    const done = await world.planner.change(made.plan.id, ops, made.plan.version, false)
    expect(done.delta).toEqual(dry.delta)
    expect(done.planned.plan.version).toBe(2)
  })

  test('applies all ops or none', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const ops = [{ op: 'approve' }, { op: 'drop', stopId: 'nope' }] as const
    await expect(world.planner.change(made.plan.id, ops, 1, false)).rejects.toThrow(PlanOpRefused)
    expect((await world.registry.plans.find(made.plan.id))?.plan.status).toBe('draft')
  })

  test('refuses another version than the stored one, and an unknown plan', async () => {
    await using world = await openWorld()
    const made = await make(world)
    await expect(world.planner.change(made.plan.id, [{ op: 'approve' }], 7, false)).rejects.toThrow(
      VersionConflict,
    )
    await expect(world.planner.change('nope', [], 1, false)).rejects.toThrow('no plan nope')
  })

  test('what was dropped from an approved run may be added to it again', async () => {
    await using world = await openWorld()
    const approved = await change(world, await make(world), { op: 'approve' })
    const [run] = approved.runs
    const [stop] = run?.stops ?? []
    const after = await change(
      world,
      approved,
      { op: 'drop', stopId: stop?.id ?? '' },
      { op: 'add', containerId: stop?.containerId ?? '', runId: run?.id ?? '' },
    )
    expect(visited(after)).toEqual(visited(approved))
  })

  test('reoptimise finds the better order again, keeping the ids', async () => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }] })
    const made = await make(world)
    const [run] = made.runs
    const [first] = run?.stops ?? []
    const worse = await change(world, made, {
      op: 'move',
      stopId: first?.id ?? '',
      runId: run?.id ?? '',
      seq: 2,
    })
    const { planned, delta } = await world.planner.change(
      worse.plan.id,
      [{ op: 'reoptimise' }],
      worse.plan.version,
      false,
    )
    expect(planned.runs[0]?.totals.cost).toBeCloseTo(run?.totals.cost ?? 0, 1)
    expect(delta.cost).toBeLessThanOrEqual(0)
    expect(planned.runs[0]?.stops.map(({ id }) => id).toSorted()).toEqual(
      run?.stops.map(({ id }) => id).toSorted(),
    )
  })
})

describe('the schedule', () => {
  const planned = (world: World, date = DATE) =>
    vi.waitFor(
      async () => {
        const plan = await world.registry.plans.findFor(date, null)
        expect(plan?.plan.status).toBe('draft')
        return plan as PlanWithRuns
      },
      { timeout: 10_000 },
    )
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

  test('a plan missed because the backend was down is made at start, leaving in a quarter of an hour', async () => {
    await using world = await openWorld({ now: at('09:00') })
    world.planner.start()
    const { runs } = await planned(world)
    for (const { departure } of runs) expect(departure).toBeGreaterThanOrEqual(at('09:15'))
  })

  test('a missed plan is not made once the shifts are over, nor over one that is there', async () => {
    await using late = await openWorld({ now: at('17:00') })
    late.planner.start()
    await settle()
    expect(await late.registry.plans.findFor(DATE, null)).toBeUndefined()

    await using there = await openWorld({ now: at('05:00') })
    await make(there)
    there.planner.start()
    await settle()
    expect((await there.registry.plans.findFor(DATE, null))?.plan.version).toBe(1)
  })

  test('a schedule in the evening plans the next working day', async () => {
    await using world = await openWorld({ now: at('20:00', '2026-11-21'), cron: '0 20 * * *' })
    world.planner.start()
    expect((await planned(world)).plan.date).toBe(DATE)
  })

  test('runs that nobody finished are ended', async () => {
    await using world = await openWorld()
    const approved = await change(world, await make(world), { op: 'approve' })
    world.clock.now = at('04:30', '2026-11-24')
    world.planner.start()
    await vi.waitFor(async () => {
      const stored = await world.registry.plans.find(approved.plan.id)
      expect(stored?.runs.map(({ status }) => status)).toEqual(approved.runs.map(() => 'done'))
    })
  })

  test('refuses what is no cron expression', async () => {
    await expect(openWorld({ cron: 'every morning' })).rejects.toThrow()
  })

  test('starting twice and stopping twice is once', async () => {
    await using world = await openWorld()
    world.planner.start()
    world.planner.start()
    await planned(world)
    await Promise.all([world.planner.stop(), world.planner.stop()])
  })
})

describe('another process', () => {
  test('has plans made and changed through the registry’s jobs, refusals included', async () => {
    await using world = await openWorld({ now: at('17:00') })
    world.planner.start()
    const client = createPlanClient({
      jobs: world.registry.jobs,
      clock: () => world.clock.now,
      pollMs: 20,
    })
    const date = '2026-11-24'
    const made = await client.make({ date, depotId: null })
    expect(made).toEqual(await world.registry.plans.findFor(date, null))

    const approved = await client.change(made.plan.id, [{ op: 'approve' }], 1, false)
    expect(approved.planned.plan).toMatchObject({ status: 'approved', version: 2 })
    await expect(client.change(made.plan.id, [{ op: 'approve' }], 1, false)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      expected: 1,
      got: 2,
    })
    await expect(
      client.change(made.plan.id, [{ op: 'drop', stopId: 'nope' }], 2, false),
    ).rejects.toMatchObject({
      code: 'PLAN_OP_REFUSED',
      op: { op: 'drop', stopId: 'nope' },
      message: 'cannot drop: the plan has no stop nope',
    })
    await expect(client.make({ date, depotId: 'nope' })).rejects.toMatchObject({
      code: 'UNKNOWN_ID',
      message: 'there is no depot nope',
    })
  })

  test('learns when no planner answers', async () => {
    await using world = await openWorld()
    const client = createPlanClient({
      jobs: world.registry.jobs,
      clock: () => world.clock.now,
      pollMs: 5,
      patienceMs: 20,
    })
    await expect(client.make({ date: DATE, depotId: null })).rejects.toMatchObject({
      code: 'PLANNER_SILENT',
    })
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
