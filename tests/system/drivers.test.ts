// A day of driving on a clock that runs 1,800 times as fast: the simulator's drivers carry out what
// was approved over HTTP, its world's bins are emptied, and its sensors say so over MQTT.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, onTestFinished, test } from 'vitest'
import { type Backend, startBackend } from './backend.ts'
import { settled, until } from './call.ts'
import { ask } from './interface/ask.ts'
import { startSimulator } from './simulator.ts'

const SUNDAY_22 = '2026-11-22T22:00:00+01:00'
const MONDAY = '2026-11-23'
const SPEED = 1800
const scenario = {
  rain: [],
  stories: [{ count: 4, fill_pct: [85, 110], emptied_days_ago: [8, 10] }],
  others: { fill_pct: [8, 20], emptied_days_ago: [2, 4] },
}

interface Stop {
  readonly id: string
  readonly kind: 'container' | 'unload' | 'pickup'
  readonly container_id: string | null
  readonly departure: string
  readonly result: { readonly outcome: string; readonly kg: number | null } | null
}
interface Run {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly stops: readonly Stop[]
}

test('approved runs are driven to their end: bins empty in the world and in the states', {
  timeout: 150_000,
}, async () => {
  const folder = temporaryFolder('drivers')
  const truth = join(folder.path, 'truth.jsonl')
  writeFileSync(join(folder.path, 'scenario.json'), JSON.stringify(scenario))
  const began = Date.now()
  const backend = await startBackend({
    env: {
      BAKWACHT_CLOCK_AT: SUNDAY_22,
      BAKWACHT_CLOCK_SPEED: `${SPEED}`,
      BAKWACHT_PLAN_CRON: '0 4 1 1 *',
    },
  })
  const now = new Date(Date.parse(SUNDAY_22) + (Date.now() - began) * SPEED).toISOString()
  const simulator = startSimulator([
    ...['--containers', '8', '--days', '10', '--scenario', join(folder.path, 'scenario.json')],
    ...['--api', backend.http, '--broker', backend.mqttUrl, '--drivers', '--truth', truth],
    ...['--clock-at', now, '--clock-speed', `${SPEED}`, '--json'],
  ])
  onTestFinished(async () => {
    await simulator.stop()
    await backend.stop()
    backend.removeData()
    folder.remove()
  })
  await simulator.caughtUp
  await settled(backend)
  await approvePlan(backend)

  const runs = async (): Promise<readonly Run[]> =>
    (await ask(backend, 'GET', `/runs?date=${MONDAY}`)).body.items
  const allDone = async () => (await runs()).every(({ status }) => status === 'done')
  await until(allDone, 'all runs done', 90_000)

  const driven = await runs()
  const stops = driven.flatMap((run) => run.stops)
  expect(stops.map(({ result }) => result?.outcome)).not.toContain(undefined)
  const emptied = stops.filter(({ result }) => result?.outcome === 'emptied')
  expect(emptied.length).toBeGreaterThanOrEqual(3)
  for (const stop of emptied)
    await until(() => isSeenEmpty(backend, stop), `${stop.container_id} seen empty`, 30_000)

  for (const run of driven)
    for (const stop of run.stops) {
      const again = await tellAgain(backend, run, stop)
      expect(again.status).toBe(200)
      expect(again.body.version).toBe(run.version)
    }

  const { driver_results } = await simulator.stop()
  expect(driver_results).toBe(stops.length)
  const world = emptiedOnMonday(truth)
  expect([...world.keys()].toSorted()).toEqual(
    emptied.map(({ container_id }) => container_id).toSorted(),
  )
  for (const { container_id, departure, result } of emptied) {
    const { at, kg } = world.get(container_id ?? '') ?? { at: '', kg: 0 }
    expect(at).toBe(departure)
    // The driver's scale is right to about 1 %.
    expect((result?.kg ?? 0) / kg).toBeGreaterThan(0.93)
    expect((result?.kg ?? 0) / kg).toBeLessThan(1.07)
  }
  expect(backend.warnings).toEqual([])
})

async function approvePlan(backend: Backend): Promise<void> {
  const settings = (await ask(backend, 'GET', '/settings')).body
  const plan = { ...settings.plan, solve_seconds: 0.3 }
  await ask(backend, 'PUT', '/settings', { body: { ...settings, plan } })
  const made = (await ask(backend, 'POST', '/plans', { body: { date: MONDAY } })).body
  const approved = await ask(backend, 'PATCH', `/plans/${made.id}`, {
    body: { ops: [{ op: 'approve' }] },
    headers: { 'if-match': `"${made.version}"` },
  })
  expect(approved.body).toMatchObject({ status: 'approved' })
}

/** By its sensor, after the driver was there, and with no alert left that it is full. */
async function isSeenEmpty(backend: Backend, { container_id, departure }: Stop): Promise<boolean> {
  const state = (await ask(backend, 'GET', `/containers/${container_id}/state`)).body
  return (
    state.last_emptied_at === departure &&
    state.fill.source === 'sensor' &&
    Date.parse(state.fill.at) > Date.parse(departure) &&
    state.fill.pct < 20 &&
    state.alerts.every(({ kind }: { kind: string }) => kind !== 'full')
  )
}

/** With the driver's own key, but other words. */
const tellAgain = (backend: Backend, run: Run, stop: Stop) =>
  ask(backend, 'POST', `/runs/${run.id}/stops/${stop.id}/result`, {
    body: { outcome: 'skipped' },
    headers: { 'idempotency-key': `${run.id}/${stop.id}` },
  })

/** What the world had crews take out, water and all. */
function emptiedOnMonday(truth: string): Map<string, { at: string; kg: number }> {
  const lines = readFileSync(truth, 'utf8').trim().split('\n')
  const events = lines
    .map((line) => JSON.parse(line))
    .filter(({ event, at }) => event === 'emptied' && at >= MONDAY)
  return new Map(
    events.map(({ container_id, at, kg, water_kg }) => [container_id, { at, kg: kg + water_kg }]),
  )
}
