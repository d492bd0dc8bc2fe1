import { settingsDefaults } from '@bakwacht/domain'
import { createPlanClient, PLAN_JOBS } from '@bakwacht/plan-queue'
import { expect, test } from 'vitest'
import { at, DATE, make, openWorld } from '../planner.fixture.ts'
import type { Solver } from '../solver/solver.ts'

const oneInBetween = { fills: [90, 85, 80, 30, 10] }

test('settings that let more bins in are told by what they add, and nothing is stored', async () => {
  await using world = await openWorld(oneInBetween)
  const made = await make(world)
  const standing = await world.registry.settings.current()
  const tried = { ...standing, overflowPct: 25 }
  const trial = await world.planner.trySettings({ date: null, settings: tried })
  expect(trial.date).toBe(DATE)
  expect(trial.before).toMatchObject({ bins: 3, runs: 1 })
  expect(trial.after).toMatchObject({ bins: 4, runs: 1 })
  expect(trial.after.distanceM).toBeGreaterThan(trial.before.distanceM)
  expect(trial.after.overflows).toBeLessThanOrEqual(trial.before.overflows)
  expect(trial.comesIn).toMatchObject([{ containerId: 'bin-4', after: { code: 'full' } }])
  expect(trial.fallsOut).toEqual([])
  expect(await world.registry.plans.findFor(DATE, null)).toEqual(made)
  expect(await world.registry.settings.current()).toEqual(standing)
})

test('the settings that stand change nothing', async () => {
  await using world = await openWorld(oneInBetween)
  const settings = await world.registry.settings.current()
  const { before, after, comesIn, fallsOut } = await world.planner.trySettings({
    date: null,
    settings,
  })
  expect(after).toEqual(before)
  expect([...comesIn, ...fallsOut]).toEqual([])
})

test('an approved day is tried as if it were planned now, and what a planner dropped stays out', async () => {
  await using world = await openWorld(oneInBetween)
  const made = await make(world)
  const stop = made.runs[0]?.stops.find(({ containerId }) => containerId === 'bin-1')
  await world.planner.change(made.plan.id, [{ op: 'drop', stopId: stop?.id ?? '' }], 1, false)
  await world.planner.change(made.plan.id, [{ op: 'approve' }], 2, false)
  const settings = { ...(await world.registry.settings.current()), overflowPct: 25 }
  const trial = await world.planner.trySettings({ date: DATE, settings })
  expect(trial.before.bins).toBe(2)
  expect(trial.comesIn.map(({ containerId }) => containerId)).toEqual(['bin-4'])
})

test('where trips may be fuller, a day is never dearer', async () => {
  await using world = await openWorld({ fills: Array.from({ length: 12 }, () => 95) })
  await make(world)
  const { plan, ...standing } = await world.registry.settings.current()
  const settings = { ...standing, plan: { ...plan, overloadChance: 0.5 } }
  const { before, after } = await world.planner.trySettings({ date: DATE, settings })
  expect(after.cost).toBeLessThanOrEqual(before.cost)
})

test('another process tries through the registry’s jobs', async () => {
  await using world = await openWorld({ ...oneInBetween, now: at('05:00') })
  world.planner.start()
  const client = createPlanClient({
    jobs: world.registry.jobs,
    clock: () => world.clock.now,
    pollMs: 20,
  })
  const settings = { ...settingsDefaults, overflowPct: 25 }
  const trial = await client.trySettings({ date: DATE, settings })
  expect(trial.comesIn.map(({ containerId }) => containerId)).toEqual(['bin-4'])
})

test('a trial for which nobody waits any more begins no further search', async () => {
  const gone = new AbortController()
  let searches = 0
  const solver: Solver = {
    ...{ name: 'none', threads: 1, stop: async () => {} },
    solve: async () => {
      searches += 1
      gone.abort(new Error('gone'))
      throw new Error('no search today')
    },
  }
  await using world = await openWorld({ ...oneInBetween, solver })
  const settings = await world.registry.settings.current()
  const asked = { date: DATE, settings }
  await expect(world.planner.trySettings(asked, gone.signal)).rejects.toThrow()
  await expect(world.planner.trySettings(asked, gone.signal)).rejects.toThrow('gone')
  expect(searches).toBe(1)
})

test('a job for which nobody waits any more is not begun', async () => {
  await using world = await openWorld(oneInBetween)
  const { jobs } = world.registry
  const client = createPlanClient({ jobs, clock: () => world.clock.now, pollMs: 10_000 })
  const gone = new AbortController()
  const trial = client.trySettings({ date: DATE, settings: settingsDefaults }, gone.signal)
  gone.abort()
  await expect(trial).rejects.toMatchObject({ code: 'WITHDRAWN' })
  expect(await jobs.claim(PLAN_JOBS, world.clock.now, 0)).toBeUndefined()
})

test('a trial that fails says why, and the planner goes on', async () => {
  const solver: Solver = {
    ...{ name: 'none', threads: 1, stop: async () => {} },
    solve: async () => {
      throw new Error('no search today')
    },
  }
  await using world = await openWorld({ ...oneInBetween, solver })
  const settings = await world.registry.settings.current()
  const failed = { code: 'PLAN_FAILED', message: expect.stringContaining('no search today') }
  await expect(world.planner.trySettings({ date: DATE, settings })).rejects.toMatchObject(failed)
  await expect(world.planner.trySettings({ date: DATE, settings })).rejects.toMatchObject(failed)
})
