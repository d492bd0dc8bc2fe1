import type { PlanWithRuns } from '@bakwacht/planning'
import { type Log, silentLog } from '@bakwacht/runtime'
import { describe, expect, test, vi } from 'vitest'
import { at, change, DATE, make, openWorld, type World } from '../planner.fixture.ts'
import type { Solver } from '../solver/solver.ts'
import { createThreadSolver } from '../solver/thread-solver.ts'

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

  test('a fleet that came after the start has missed no plan, and gets those to come', async () => {
    await using world = await openWorld({ now: at('09:00') })
    world.planner.start(at('08:59'))
    await settle()
    expect(await world.registry.plans.findFor(DATE, null)).toBeUndefined()

    await using later = await openWorld({ now: at('05:00') })
    later.planner.start(at('03:59'))
    await planned(later)
  })

  test('a plan that was being made when the power went is made at start, of any date and depot', async () => {
    await using world = await openWorld({ now: at('17:00') })
    const { plan } = await make(world, '2026-11-26')
    const begun = { ...plan, status: 'planning', version: 2 } as const
    await world.registry.plans.save({ plan: begun, runs: [] }, 1)
    world.planner.start()
    const { plan: made } = await planned(world, '2026-11-26')
    expect(made).toMatchObject({ id: plan.id, version: 3 })
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

  test('a plan that fails is in the log once, whoever asked for it', async () => {
    const told: string[] = []
    const log: Log = Object.assign(Object.create(silentLog), {
      error: (_: object, message: string) => told.push(message),
    })
    const solver: Solver = {
      ...createThreadSolver({ threads: 1 }),
      solve: async () => {
        throw new Error('the search broke')
      },
    }
    await using world = await openWorld({ now: at('05:00'), log, solver })
    world.planner.start()
    await vi.waitFor(async () => {
      expect((await world.registry.plans.findFor(DATE, null))?.plan.status).toBe('failed')
    })
    await settle()
    expect(told).toEqual(['plan not made'])
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
