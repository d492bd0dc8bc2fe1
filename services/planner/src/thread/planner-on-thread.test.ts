// The planner in its thread, on a registry file that the main thread has open too.
import { dirname } from 'node:path'
import type { Settings } from '@bakwacht/domain'
import type { JudgeOtherwise } from '@bakwacht/plan-queue'
import { expect, onTestFinished, test } from 'vitest'
import { at, DATE, openWorld, visited, type World, ZONE } from '../planner.fixture.ts'
import { createPlannerOnThread, type PlannerOnThread } from './planner-on-thread.ts'

/** Its clock stands where the world's does. */
function startedFor(
  { source, clock }: World,
  judgeOtherwise: JudgeOtherwise = async () => expect.fail('nothing is to be judged again'),
): PlannerOnThread {
  const planner = createPlannerOnThread({
    settings: {
      ...{ registry: source, dataDir: dirname(source.sqliteFile) },
      ...{ timezone: ZONE, cron: '0 4 * * 1-6' },
      ...{ valhallaUrl: undefined, valhallaTiles: undefined },
    },
    logLevel: 'silent',
    rehearsed: { at: clock.now, speed: 0 },
    judgeOtherwise,
  })
  planner.start()
  onTestFinished(planner.stop)
  return planner
}

test('plans are made, changed and counted there, and refusals come back as what they were', async () => {
  await using world = await openWorld({ now: at('17:00') })
  const planner = startedFor(world)
  const date = '2026-11-24'
  const id = await planner.make({ date, depotId: null })
  const made = (await world.registry.plans.find(id)) ?? expect.fail('the plan is not stored')
  expect(visited(made)).toEqual(['bin-1', 'bin-2', 'bin-3'])
  await expect.poll(() => planner.totals.planner.plansMade).toBeGreaterThan(0)

  const approved = await planner.change(id, [{ op: 'approve' }], made.plan.version, false)
  expect(approved.planned).toEqual(await world.registry.plans.find(id))
  expect(approved.planned.plan.status).toBe('approved')
  const { version } = approved.planned.plan
  await expect(planner.change(id, [{ op: 'approve' }], 99, false)).rejects.toMatchObject({
    ...{ code: 'VERSION_CONFLICT', expected: 99, got: version },
  })
  const drop = { op: 'drop', stopId: 'nope' } as const
  await expect(planner.change(id, [drop], version, false)).rejects.toMatchObject({
    ...{ code: 'PLAN_OP_REFUSED', op: drop, message: 'cannot drop: the plan has no stop nope' },
  })
  await expect(planner.make({ date, depotId: 'nope' })).rejects.toMatchObject({
    ...{ code: 'UNKNOWN_ID', message: 'there is no depot nope' },
  })
})

test('stopped, it ends the search under way, says so, and takes no more', async () => {
  await using world = await openWorld()
  const { settings } = world.registry
  const standing = await settings.current()
  await settings.put({ ...standing, plan: { ...standing.plan, solveSeconds: 600 } })
  const planner = startedFor(world)
  const stopped = { code: 'SOLVER_STOPPED' }
  const making = expect(planner.make({ date: DATE, depotId: null })).rejects.toMatchObject(stopped)
  await planner.stop()
  await making
  await expect(planner.make({ date: DATE, depotId: null })).rejects.toMatchObject(stopped)
})

/** Decides what readings are judged by. */
const wetter = ({ damp, ...settings }: Settings): Settings => ({
  ...settings,
  damp: { ...damp, excessHours: damp.excessHours + 1 },
})

test('a trial of what readings are judged by is judged in this thread, and planned in the other', async () => {
  await using world = await openWorld()
  const asked: Settings[] = []
  const planner = startedFor(world, async (settings) => {
    asked.push(settings)
    return []
  })
  const settings = wetter(await world.registry.settings.current())
  const trial = await planner.trySettings({ date: DATE, settings })
  expect(asked).toEqual([settings])
  expect(trial).toMatchObject({ before: { bins: 3 }, after: { bins: 3 }, comesIn: [] })
})

test('a trial for which nobody waits any more ends the judging, and begins no plan', async () => {
  await using world = await openWorld()
  const gone = new AbortController()
  const planner = startedFor(world, async (_, signal) => {
    gone.abort()
    await new Promise((resolve) => signal?.addEventListener('abort', resolve))
    throw new Error('no more')
  })
  const settings = wetter(await world.registry.settings.current())
  await expect(planner.trySettings({ date: DATE, settings }, gone.signal)).rejects.toThrow(
    'aborted',
  )
})
