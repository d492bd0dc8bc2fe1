import { createPlanClient } from '@bakwacht/plan-queue'
import { describe, expect, test } from 'vitest'
import { at, DATE, openWorld } from './planner.fixture.ts'

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
    const id = await client.make({ date, depotId: null })
    const made = await world.registry.plans.findFor(date, null)
    expect(made?.plan).toMatchObject({ id, version: 1 })

    const approved = await client.change(id, [{ op: 'approve' }], 1, false)
    expect(approved.planned.plan).toMatchObject({ status: 'approved', version: 2 })
    await expect(client.change(id, [{ op: 'approve' }], 1, false)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      expected: 1,
      got: 2,
    })
    await expect(
      client.change(id, [{ op: 'drop', stopId: 'nope' }], 2, false),
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

  test('learns when no planner answers, and what it asked for is not done later', async () => {
    await using world = await openWorld({ now: at('17:00') })
    const client = createPlanClient({
      jobs: world.registry.jobs,
      clock: () => world.clock.now,
      pollMs: 5,
      patienceMs: 20,
    })
    await expect(client.make({ date: DATE, depotId: null })).rejects.toMatchObject({
      code: 'PLANNER_SILENT',
    })
    world.planner.start()
    const patient = createPlanClient({
      jobs: world.registry.jobs,
      clock: () => world.clock.now,
      pollMs: 20,
    })
    const date = '2026-11-24'
    await patient.make({ date, depotId: null })
    expect(await world.registry.plans.findFor(DATE, null)).toBeUndefined()
  })
})
