// Settings that readings are judged by: the day is planned with what they say of the containers.
import { type Container, type ContainerState, DAY_MS, HOUR_MS } from '@bakwacht/domain'
import type { StateChange } from '@bakwacht/registry'
import { expect, test } from 'vitest'
import { binOf, DATE, make, openWorld, stateOf, type World } from '../planner.fixture.ts'

const bin = (n: number): Container => binOf(n, 0)

async function tryDamp({ planner, registry }: World, excessHours = 3, signal?: AbortSignal) {
  const { damp, ...settings } = await registry.settings.current()
  const tried = { ...settings, damp: { ...damp, excessHours } }
  return planner.trySettings({ date: DATE, settings: tried }, signal)
}

const judged = (state: ContainerState, episodes: StateChange['episodes'] = []) => ({
  ...{ state, alertsSince: state.evaluatedAt - 14 * DAY_MS, episodes },
})

const damp = (state: ContainerState): ContainerState => ({
  ...state,
  damp: {
    ...{ ...state.damp, level: 'damp', lastingExcessGPerM3: 6 },
    evidence: { cause: 'excess', hours: 4 },
  },
})

test('a bin that they call damp comes in, one that they call dry falls out', async () => {
  await using world = await openWorld({
    fills: [90, 10, 10],
    judgeOtherwise: async () => {
      const { now } = world.clock
      return [judged(damp(stateOf(bin(2), 10, now))), judged(stateOf(bin(3), 10, now))]
    },
  })
  const { registry, clock } = world
  await registry.states.apply([judged(damp(stateOf(bin(3), 10, clock.now)))], clock.now)
  const trial = await tryDamp(world)
  expect(trial.comesIn).toMatchObject([{ containerId: 'bin-2', after: { code: 'damp' } }])
  expect(trial.fallsOut).toMatchObject([{ containerId: 'bin-3', before: { code: 'damp' } }])
  expect((await registry.states.find('bin-2'))?.damp.level).toBe('dry')
})

test('a sensor that they mistrust has its bin collected by forecast', async () => {
  await using world = await openWorld({
    fills: [90],
    judgeOtherwise: async () => {
      const { fill, health, ...state } = stateOf(bin(1), 90, world.clock.now)
      const untrusted = { ...health, trustworthy: false }
      return [judged({ ...state, fill: { ...fill, source: 'estimate' }, health: untrusted })]
    },
  })
  expect(await tryDamp(world)).toMatchObject({
    ...{ comesIn: [], fallsOut: [] },
    otherReason: [
      { containerId: 'bin-1', before: { code: 'full' }, after: { code: 'estimated_full' } },
    ],
  })
})

test('a fire that they do not see keeps nobody away, one that they see does', async () => {
  await using world = await openWorld({
    fills: [90, 90],
    judgeOtherwise: async () => {
      const { now } = world.clock
      const { health, ...state } = stateOf(bin(2), 90, now)
      return [
        judged(stateOf(bin(1), 90, now)),
        judged({ ...state, health: { ...health, fire: true } }, [fire(now)]),
      ]
    },
  })
  const { registry, clock } = world
  const { health, ...state } = stateOf(bin(1), 90, clock.now)
  const burning = judged({ ...state, health: { ...health, fire: true } }, [fire(clock.now)])
  await registry.states.apply([burning], clock.now)
  const trial = await tryDamp(world)
  expect(trial.comesIn).toMatchObject([{ containerId: 'bin-1', before: { code: 'no_access' } }])
  expect(trial.fallsOut).toMatchObject([{ containerId: 'bin-2', after: { code: 'no_access' } }])
})

const fire = (now: number) =>
  ({ kind: 'fire', raisedAt: now - HOUR_MS, clearedAt: null, evidence: {} }) as const

test('a plan does not wait behind judging', async () => {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  await using world = await openWorld({ judgeOtherwise: () => ended.then(() => []) })
  const trial = tryDamp(world)
  expect((await make(world)).plan.status).toBe('draft')
  end()
  expect(await trial).toMatchObject({ comesIn: [], fallsOut: [], otherReason: [] })
})

test('judging ends with the planner, and with who asked', async () => {
  const signals: (AbortSignal | undefined)[] = []
  await using world = await openWorld({
    judgeOtherwise: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('judging was ended')))
        signals.push(signal)
      }),
  })
  const leave = new AbortController()
  const left = expect(tryDamp(world, 3, leave.signal)).rejects.toThrow('gone')
  const stopped = expect(tryDamp(world)).rejects.toMatchObject({ code: 'SOLVER_STOPPED' })
  await expect.poll(() => signals.length).toBe(2)
  leave.abort(new Error('gone'))
  await left
  expect(signals.filter((signal) => signal?.aborted)).toHaveLength(1)
  await world.planner.stop()
  await stopped
})

test('who cannot be asked is a trial that failed, and says why', async () => {
  await using world = await openWorld({
    judgeOtherwise: async () => Promise.reject(new Error('nobody judges')),
  })
  await expect(tryDamp(world)).rejects.toMatchObject({
    code: 'PLAN_FAILED',
    message: expect.stringContaining('nobody judges'),
  })
})
