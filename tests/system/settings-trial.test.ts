// Rules of damp and of sensors tried over HTTP on real readings: what the plan would be made of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Backend, startBackend } from './backend.ts'
import { call, settled } from './call.ts'
import { ask, point } from './interface/ask.ts'
import { say } from './interface/device.ts'

const HOUR_MS = 3_600_000
/** A Monday before dawn. */
const NOW = Date.parse('2026-11-23T04:00:00Z')
const HOURS = 20 * 24

/** Hours before now since which the air is wet, and until which there are readings. */
const BINS = [
  { id: 'wet', wetFor: 9 },
  { id: 'damper', wetFor: 4 },
  { id: 'quiet', fillPct: 90, silentFor: 8 },
  ...['a', 'b', 'c', 'd'].map((id) => ({ id })),
] satisfies readonly Bin[]

interface Bin {
  readonly id: string
  readonly wetFor?: number
  readonly silentFor?: number
  readonly fillPct?: number
}

let backend: Backend
// biome-ignore lint/suspicious/noExplicitAny: as it comes over HTTP
let standing: any

beforeAll(async () => {
  const clock = new Date(NOW + 300_000).toISOString()
  backend = await startBackend({ env: { BAKWACHT_CLOCK_AT: clock } })
  const location = point(4.7, 50.88)
  await call(backend, 'POST', '/depots', { id: 'depot', name: 'Depot', location })
  const van = { id: 'van', name: 'Van', depot_id: 'depot', payload_kg: 1000, volume_l: 12_000 }
  await call(backend, 'POST', '/vehicles', van)
  const settings = (await ask(backend, 'GET', '/settings')).body
  standing = await call(backend, 'PUT', '/settings', {
    ...settings,
    // Wet air alone, however it came.
    damp: { ...settings.damp, jump_g_per_m3: 100 },
    health: { ...settings.health, silent_min_hours: 12 },
  })
  // After the settings: what was judged by the old ones is not judged anew by itself.
  await Promise.all(BINS.map(report))
  await settled(backend)
})
afterAll(async () => {
  await backend.stop()
  backend.removeData()
})

async function report({ id, wetFor = 0, silentFor = 0, fillPct = 35 }: Bin, n: number) {
  const begin = NOW - HOURS * HOUR_MS
  const location = point(4.7 + n / 500, 50.89)
  const distances = { empty_distance_mm: 1600, full_distance_mm: 200 }
  await call(backend, 'POST', '/containers', {
    ...{ id, name: id, location, capacity_l: 2500, ...distances },
  })
  const from = new Date(begin).toISOString()
  await call(backend, 'POST', '/devices', { id: `s-${id}`, container_id: id, from })
  const readings = Array.from({ length: HOURS - silentFor }, (_, hour) => ({
    v: 1,
    ts: begin + hour * HOUR_MS + 60_000,
    distance_mm: 1600 - 14 * fillPct + (hour % 3),
    temp_c: 22 + (hour % 2) / 10,
    rh_pct: hour < HOURS - wetFor ? 70 : 100,
    battery_v: 3.6,
  }))
  await say(backend, `s-${id}`, readings)
}

async function tried(group: string, changed: object) {
  const { version: _, ...settings } = standing
  const body = { settings: { ...settings, [group]: { ...settings[group], ...changed } } }
  const { status, body: trial } = await ask(backend, 'POST', '/settings/trial', { body })
  expect(status).toBe(200)
  expect(trial.not_seen).toEqual([])
  return trial
}

test('air that counts as damp sooner brings a bin in, later takes one out', async () => {
  const sooner = await tried('damp', { excess_hours: 3 })
  expect(sooner).toMatchObject({ falls_out: [], other_reason: [] })
  expect(sooner.comes_in).toMatchObject([{ container_id: 'damper', after: { code: 'damp' } }])
  const later = await tried('damp', { excess_hours: 12 })
  expect(later).toMatchObject({ comes_in: [], other_reason: [] })
  expect(later.falls_out).toMatchObject([
    { container_id: 'wet', before: { code: 'damp' }, after: { code: 'not_full' } },
  ])
})

test('a sensor that is mistrusted sooner has its bin planned by forecast', async () => {
  const trial = await tried('health', { silent_min_hours: 6 })
  expect(trial).toMatchObject({ comes_in: [], falls_out: [] })
  expect(trial.other_reason).toMatchObject([
    { container_id: 'quiet', before: { code: 'full' }, after: { code: 'estimated_full' } },
  ])
})

test('what was tried has changed nothing', async () => {
  const alerts = async () =>
    (await ask(backend, 'GET', '/alerts?limit=100')).body.items.map(
      (alert: { container_id: string; kind: string }) => `${alert.container_id} ${alert.kind}`,
    )
  const before = await alerts()
  await tried('damp', { excess_hours: 3 })
  expect(await alerts()).toEqual(before)
  expect(before).not.toContain('damper damp')
  expect((await ask(backend, 'GET', '/settings')).body).toEqual(standing)
})
