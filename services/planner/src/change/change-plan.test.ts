import { PlanOpRefused } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import { describe, expect, test } from 'vitest'
import { change, make, openWorld, visited } from '../planner.fixture.ts'

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
