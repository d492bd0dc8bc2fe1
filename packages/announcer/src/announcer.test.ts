// On the real registry: what is said, that it is said again, and that nothing is left out.
import { join } from 'node:path'
import {
  type ContainerState,
  type Device,
  deviceConfigDefaults,
  HOUR_MS,
  type Plan,
  type Run,
} from '@bakwacht/domain'
import {
  device,
  NOON,
  plan as planOf,
  run as runOf,
  state,
  stop,
  vehicle,
} from '@bakwacht/domain/fixture'
import {
  configTopic,
  deviceConfig,
  parseTopic,
  stateEventTopic,
  vehicleRunTopic,
} from '@bakwacht/firmware-contracts'
import { openRegistry, type Registry } from '@bakwacht/registry'
import { temporaryFolder } from '@bakwacht/test-support'
import { eventSchemas } from '@bakwacht/wire'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Announcer } from './announcer.ts'

const plan = planOf('plan-1')
const run = runOf('run-1', {
  planId: plan.id,
  departure: NOON - 5 * HOUR_MS,
  arrival: NOON - 4 * HOUR_MS,
  stops: [stop('stop-1')],
})

let registry: Registry
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  folder = temporaryFolder('announcer')
  const source = { sqliteFile: join(folder.path, 'registry.db') }
  registry = await openRegistry(source, { clock: () => Date.UTC(2026, 10, 21, 12) })
  await registry.devices.put([device('dev-1')])
  await registry.vehicles.put([vehicle('van')])
})
afterEach(async () => {
  await registry.stop()
  folder.remove()
})

interface Said {
  readonly topic: string
  readonly retain: boolean
  readonly payload: Record<string, unknown> | null
}

function startAnnouncer(fail: (topic: string) => boolean = () => false, everyMs = 5) {
  const said: Said[] = []
  const warnings: string[] = []
  const announcer = new Announcer({
    registry,
    publish: async (topic, payload, { retain }) => {
      if (fail(topic)) throw new Error('the broker is away')
      const what = payload === '' ? null : JSON.parse(payload)
      if (what !== null) schemaOf(topic).parse(what)
      said.push({ topic, retain, payload: what })
    },
    everyMs,
    log: { warn: (_, message) => warnings.push(message) },
  })
  announcer.start()
  onTestFinished(() => announcer.stop())
  const on = (topic: string) => said.filter((message) => message.topic === topic)
  return { announcer, said, warnings, on }
}

/** What AsyncAPI promises of a topic; nothing else may be said there. */
function schemaOf(topic: string) {
  const parsed = parseTopic(topic)
  if (parsed?.kind === 'config') return deviceConfig.strict()
  if (parsed?.kind !== 'event') throw new Error(`nothing is promised of ${topic}`)
  return eventSchemas[parsed.about === 'vehicle_run' ? 'vehicleRun' : parsed.about].strict()
}

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 10_000 })

async function save(status: Run['status'], version: number, expected: number): Promise<void> {
  const next: Plan = { ...plan, version }
  await registry.plans.save({ plan: next, runs: [{ ...run, status, version }] }, expected)
}

test('a device’s config is retained, and said again when it changes', async () => {
  const { on } = startAnnouncer()
  await until(() => on(configTopic('dev-1')).length >= 1)
  await registry.devices.setConfig('dev-1', { ...deviceConfigDefaults, reportS: 600 })
  const expected = { report_s: 600, measure_s: 3600 }
  await until(() => on(configTopic('dev-1')).at(-1)?.payload?.report_s === 600)
  expect(on(configTopic('dev-1')).at(-1)).toMatchObject({ retain: true, payload: expected })
})

test('a device that is retired is no longer told anything', async () => {
  await registry.devices.put([{ ...device('dev-1'), active: false } satisfies Device])
  const { on } = startAnnouncer()
  await until(() => on(configTopic('dev-1')).at(-1)?.payload === null)
})

test('plans and runs are told with their event id, and the vehicle’s run is retained until it is done', async () => {
  const { on } = startAnnouncer()
  await save('draft', 1, 0)
  await save('approved', 2, 1)
  await until(() => on(vehicleRunTopic('van')).at(-1)?.payload !== null)
  await until(() => on(`bakwacht/v1/events/runs/${run.id}`).length >= 2)
  expect(on(`bakwacht/v1/events/plans/${plan.id}`).at(-1)).toMatchObject({
    retain: false,
    payload: { id: plan.id, status: 'approved', depot_id: null, event_id: expect.any(Number) },
  })
  expect(on(`bakwacht/v1/events/runs/${run.id}`).at(-1)).toMatchObject({
    retain: false,
    payload: {
      event_id: expect.any(Number),
      status: 'approved',
      vehicle_id: 'van',
      departure: '2026-11-23T07:00:00.000Z',
      totals: { distance_m: 8400, duration_s: 960 },
      stops: [
        {
          container_id: 'c1',
          location: { type: 'Point', coordinates: [4.7, 50.88] },
          reason: { code: 'full', evidence: { fill_pct: 87 } },
          expected_kg: 120,
        },
      ],
    },
  })
  expect(on(vehicleRunTopic('van')).at(-1)).toMatchObject({ retain: true, payload: { id: run.id } })
  const result = {
    outcome: 'emptied',
    kg: 118,
    wetKg: 2,
    destination: null,
    note: null,
    at: run.arrival,
  } as const
  await registry.plans.addResult({
    runId: run.id,
    stopId: 'stop-1',
    result,
    idempotencyKey: null,
    now: run.arrival,
  })
  await until(() => on(vehicleRunTopic('van')).at(-1)?.payload === null)
})

test('after a start everything retained is said again, but no event that was told before', async () => {
  await save('approved', 1, 0)
  const before = startAnnouncer()
  await until(() => before.on(`bakwacht/v1/events/runs/${run.id}`).length === 1)
  await vi.waitUntil(async () => (await registry.events.cursor('mqtt')) > 0)
  await before.announcer.stop()
  const after = startAnnouncer()
  await until(() => after.said.length >= 2)
  expect(after.said.map(({ topic }) => topic)).toEqual([
    configTopic('dev-1'),
    vehicleRunTopic('van'),
  ])
  after.announcer.sayAgain()
  await until(() => after.said.length >= 4)
  expect(after.on(vehicleRunTopic('van'))).toHaveLength(2)
})

test('what the broker did not take is said again, in order', async () => {
  let away = true
  const { said, warnings, on } = startAnnouncer((topic) => away && topic.includes('/events/runs/'))
  await save('draft', 1, 0)
  await save('approved', 2, 1)
  await until(() => warnings.length >= 2)
  away = false
  await until(() => on(`bakwacht/v1/events/runs/${run.id}`).length >= 2)
  const ids = said.map(({ payload }) => payload?.event_id).filter((id) => id !== undefined)
  expect(new Set(ids).size).toBeGreaterThanOrEqual(4)
  const statuses = on(`bakwacht/v1/events/runs/${run.id}`).map(({ payload }) => payload?.status)
  expect(statuses).toEqual(['draft', 'approved'])
})

test('what fails at once is tried again after a while, not at once', async () => {
  const { warnings } = startAnnouncer(() => true, 60_000)
  await until(() => warnings.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(warnings).toHaveLength(1)
})

test('a broker that acknowledges nothing does not keep it from stopping', async () => {
  let asked = 0
  const announcer = new Announcer({
    registry,
    publish: () => {
      asked++
      return new Promise(() => {})
    },
    log: { warn() {} },
  })
  announcer.start()
  await until(() => asked > 0)
  await announcer.stop()
  expect(asked).toBe(1)
})

test('an event that cannot be told holds up none of those after it', async () => {
  const { evaluatedAt: _, ...older } = state('bin-1')
  await registry.states.apply(
    [older as ContainerState, state('bin-2')].map((each) => ({
      ...{ state: each, alertsSince: 0, episodes: [] },
    })),
    NOON,
  )
  const { on, warnings } = startAnnouncer()
  await until(() => on(stateEventTopic('bin-2')).length > 0)
  expect(on(stateEventTopic('bin-1'))).toEqual([])
  expect(warnings).toEqual(['an event cannot be announced'])
})
