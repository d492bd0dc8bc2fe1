import type { Run } from '@bakwacht/domain'
import { type PlanOp, PlanOpRefused, type PlanWithRuns } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { describe, expect, test } from 'vitest'
import { at, change, codes, DATE, make, openWorld, visited } from '../planner.fixture.ts'

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
    expect(planned.runs[0]?.totals.cost).toBeLessThanOrEqual((run?.totals.cost ?? 0) + 0.05)
    expect(delta.cost).toBeLessThanOrEqual(0)
    expect(planned.runs[0]?.stops.map(({ id }) => id).toSorted()).toEqual(
      run?.stops.map(({ id }) => id).toSorted(),
    )
  })
})

describe('going back', () => {
  test('takes back one change after the other, with reasons, ids and locks as they were', async () => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }, {}] })
    const made = await make(world)
    const [run] = made.runs
    const [first, second] = run?.stops ?? []
    const locked = await change(world, made, {
      op: 'lock',
      stopId: first?.id ?? '',
      lock: 'vehicle',
    })
    const dropped = await change(world, locked, { op: 'drop', stopId: second?.id ?? '' })
    const added = await change(world, dropped, { op: 'add', containerId: 'bin-5' })

    const once = await change(world, added, { op: 'restore', version: dropped.plan.version })
    expect(contentOf(once)).toEqual(contentOf(dropped))
    const twice = await change(world, once, { op: 'restore', version: locked.plan.version })
    expect(contentOf(twice)).toEqual(contentOf(locked))
    const again = await change(world, twice, { op: 'restore', version: made.plan.version })
    expect(contentOf(again)).toEqual(contentOf(made))
    expect(again.plan.version).toBe(7)
  })

  test('takes back an approval and a cancellation, and refuses what is no longer kept', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const approved = await change(world, made, { op: 'approve' })
    const cancelled = await change(world, approved, { op: 'cancel' })
    const back = await change(world, cancelled, { op: 'restore', version: approved.plan.version })
    expect(back.plan.status).toBe('approved')
    const draft = await change(world, back, { op: 'restore', version: made.plan.version })
    expect(draft.plan.status).toBe('draft')
    expect(contentOf(draft)).toEqual(contentOf(made))
    await expect(change(world, draft, { op: 'restore', version: 99 })).rejects.toThrow(
      'version 99 of the plan is no longer kept',
    )
  })

  test('a run that was changed and then removed comes back as a later version than was ever told', async () => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }, {}] })
    const made = await make(world)
    const stops = made.runs[0]?.stops.filter(({ containerId }) => containerId !== null) ?? []
    const stopId = stops[0]?.id ?? ''
    const locked = await change(world, made, { op: 'lock', stopId, lock: 'vehicle' })
    const loose = await change(world, locked, { op: 'lock', stopId, lock: 'none' })
    const drops = stops.map(({ id }) => ({ op: 'drop', stopId: id }) as const)
    const empty = await change(world, loose, ...drops)
    expect(empty.runs).toEqual([])
    const back = await change(world, empty, { op: 'restore', version: made.plan.version })
    const told = (loose.runs[0]?.version ?? 0) + 1
    expect(back.runs[0]?.version).toBeGreaterThan(told)
  })

  test('puts no bin into an approved run that another plan has taken over since', async () => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }, {}] })
    const approved = await change(world, await make(world), { op: 'approve' })
    const stop = approved.runs[0]?.stops[0]
    const dropped = await change(world, approved, { op: 'drop', stopId: stop?.id ?? '' })
    const other = await make(world, DATE, 'depot-1')
    expect(visited(other)).toEqual([stop?.containerId])
    await change(world, other, { op: 'approve' })
    await expect(
      change(world, dropped, { op: 'restore', version: approved.plan.version }),
    ).rejects.toThrow('in a run of another plan already')
  })

  test.each([
    ['retired', { active: false }, 'Street 1 is retired'],
    ['emptied', { lastEmptiedAt: at('04:30') }, 'Street 1 has been emptied in the meantime'],
  ])('brings no bin back that was %s meanwhile', async (_, changed, why) => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }, {}] })
    const made = await make(world)
    const stops = made.runs.flatMap((run) => run.stops)
    const stopId = stops.find(({ containerId }) => containerId === 'bin-1')?.id ?? ''
    const dropped = await change(world, made, { op: 'drop', stopId })
    const bin = (await world.registry.containers.find('bin-1')) ?? expect.fail('no bin')
    await world.registry.containers.put([{ ...bin, ...changed }])
    const back = change(world, dropped, { op: 'restore', version: made.plan.version })
    await expect(back).rejects.toThrow(why)
    // What was in the plan all the while is nobody's second thought.
    const approved = await change(world, dropped, { op: 'approve' })
    const same = await change(world, approved, { op: 'restore', version: dropped.plan.version })
    expect(contentOf(same)).toEqual(contentOf(dropped))
  })

  test('leaves what a driver has begun as it is, and refuses to change it', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const dropped = await change(world, made, {
      op: 'drop',
      stopId: made.runs[0]?.stops[0]?.id ?? '',
    })
    const approved = await change(world, dropped, { op: 'approve' })
    const run = approved.runs[0]
    await world.registry.plans.addResult({
      runId: run?.id ?? '',
      stopId: run?.stops[0]?.id ?? '',
      result: {
        ...{ outcome: 'emptied', kg: 60, wetKg: null, destination: null, note: null },
        at: world.clock.now,
      },
      idempotencyKey: null,
      now: world.clock.now,
    })
    const begun = await world.registry.plans.find(made.plan.id)
    if (begun === undefined) throw new Error('the plan is gone')
    const same = await change(world, begun, { op: 'restore', version: dropped.plan.version })
    expect(same.runs[0]).toEqual(begun.runs[0])
    await expect(
      change(world, same, { op: 'restore', version: made.plan.version }),
    ).rejects.toThrow('is started')
  })
})

/** All that a planner sees of a plan, without the versions. */
const contentOf = ({ plan, runs }: PlanWithRuns) => ({
  status: plan.status,
  notCollected: plan.notCollected,
  runs: runs.map(({ version: _, ...run }) => run),
})

describe('what a change comes to', () => {
  test('each op tells the change in cost, way and time of the runs, dry or not', async () => {
    await using world = await openWorld({ vehicles: [{ payloadKg: 3000 }, {}] })
    const made = await make(world)
    const [run] = made.runs
    const [first, second] = run?.stops ?? []
    const runId = run?.id ?? ''
    const ops: PlanOp[] = [
      { op: 'lock', stopId: first?.id ?? '', lock: 'vehicle' },
      { op: 'move', stopId: first?.id ?? '', runId, seq: 2 },
      { op: 'drop', stopId: second?.id ?? '' },
      { op: 'add', containerId: 'bin-5' },
      { op: 'reoptimise' },
    ]
    for (const op of ops) {
      const { planned, delta } = await world.planner.change(made.plan.id, [op], 1, true)
      const sum = (runs: readonly Run[], of: keyof Run['totals']) =>
        runs.reduce((total, { totals }) => total + totals[of], 0)
      expect(delta.cost).toBeCloseTo(sum(planned.runs, 'cost') - sum(made.runs, 'cost'), 2)
      expect(delta.distanceM).toBe(sum(planned.runs, 'distanceM') - sum(made.runs, 'distanceM'))
      expect(delta.durationS).toBe(sum(planned.runs, 'durationS') - sum(made.runs, 'durationS'))
    }
    expect((await world.registry.plans.find(made.plan.id))?.plan.version).toBe(1)
  })

  test('a dropped bin stays out when the plan is made again, until somebody asks for it', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const stop = made.runs[0]?.stops[0]
    const containerId = stop?.containerId ?? ''
    await change(world, made, { op: 'drop', stopId: stop?.id ?? '' })
    world.clock.now += 60_000
    const again = await make(world)
    expect(visited(again)).not.toContain(containerId)
    expect(codes(again)[containerId]).toBe('dropped_by_planner')

    const back = await change(world, again, { op: 'add', containerId })
    expect(visited(back)).toContain(containerId)
    expect(codes(back)[containerId]).toBeUndefined()
  })

  test('a bin that a planner added stays in when the plan is made again', async () => {
    await using world = await openWorld()
    const added = await change(world, await make(world), { op: 'add', containerId: 'bin-5' })
    const again = await make(world)
    expect(visited(again)).toEqual(visited(added))
    const stop = again.runs.flatMap(({ stops }) => stops).find((s) => s.containerId === 'bin-5')
    expect(stop?.reason.code).toBe('planner')
    expect(visited(await make(world))).toContain('bin-5')
  })

  test('a locked stop keeps its vehicle and a position its place when the plan is made again', async () => {
    await using world = await openWorld()
    const made = await make(world)
    const run = made.runs.find(({ stops }) => stops.length > 2) ?? made.runs[0]
    const stop = run?.stops[0]
    const locked = await change(world, made, {
      op: 'lock',
      stopId: stop?.id ?? '',
      lock: 'position',
    })
    const added = await change(world, locked, {
      op: 'add',
      containerId: 'bin-4',
      runId: run?.id ?? '',
    })
    const again = await make(world)
    for (const plan of [added, again]) {
      const after = plan.runs.find(({ id }) => id === run?.id)
      expect(after?.stops[0]).toMatchObject({ id: stop?.id, lock: 'position' })
    }
  })
})
