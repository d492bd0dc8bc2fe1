// Kill -9 under load, ten times at random moments: what was acknowledged is there, once, and states
// and alerts are those of a run that nothing disturbed.
import { freePort } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { type Backend, startBackend } from '../system/backend.ts'
import { call, settled } from '../system/call.ts'
import { sendUntilAcknowledged } from './resending-device.ts'

const DEVICES = 12
const READINGS = 600
const KILLS = 10
const HOUR_MS = 3_600_000
const deviceIds = Array.from({ length: DEVICES }, (_, n) => `k${n}`)
const lastHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
const firstAt = lastHour - READINGS * HOUR_MS
const since = new Date(firstAt - HOUR_MS).toISOString()

const readingsOf = (n: number) =>
  Array.from({ length: READINGS }, (_, k) => ({
    v: 1,
    ts: firstAt + k * HOUR_MS,
    fill_pct: Math.min(100, ((k * (n + 3)) / 20) % 110),
    temp_c: 10 + Math.sin(k / 4) * 4,
    rh_pct: 70 + n,
  }))

async function register(backend: Backend): Promise<void> {
  for (const id of deviceIds) {
    await call(backend, 'POST', '/containers', {
      id,
      name: `Container ${id}`,
      capacity_l: 2500,
      location: { type: 'Point', coordinates: [4.7, 51] },
    })
    await call(backend, 'POST', '/devices', { id, container_id: id, from: since })
  }
}

interface Items {
  readonly items: readonly Record<string, unknown>[]
  readonly next_cursor: string | null
}

async function allReadings(backend: Backend, id: string): Promise<string[]> {
  const times: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Items = await call(
      backend,
      'GET',
      `/containers/${id}/readings?limit=500&from=${since}${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    times.push(...page.items.map((item) => String(item.ts)))
    cursor = page.next_cursor
  }
  return times
}

/** What must be the same however the readings came: not when it was judged, nor who was told. */
async function judgement(backend: Backend): Promise<unknown> {
  const states = []
  for (const id of deviceIds) {
    const state = await call<{ fill: unknown; last_reading_at: unknown }>(
      backend,
      'GET',
      `/containers/${id}/state`,
    )
    states.push({ fill: state.fill, at: state.last_reading_at })
  }
  const { items } = await call<Items>(backend, 'GET', '/alerts?limit=500')
  const alerts = items
    .filter((alert) => alert.status !== 'retracted' && alert.kind !== 'silent')
    .map(({ container_id, kind, raised_at, cleared_at }) => ({
      container_id,
      kind,
      raised_at,
      cleared_at,
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  return { states, alerts }
}

test('ten kills lose nothing that was acknowledged, store nothing twice, and change no judgement', async () => {
  const mqttPort = await freePort()
  const env = { BAKWACHT_MQTT_PORT: `${mqttPort}` }
  let backend = await startBackend({ env })
  await register(backend)
  const devices = deviceIds.map((id, n) =>
    sendUntilAcknowledged(`mqtt://127.0.0.1:${mqttPort}`, id, readingsOf(n)),
  )
  const acknowledged = () => devices.reduce((sum, device) => sum + device.acknowledged(), 0)
  for (let kill = 0; kill < KILLS; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 400))
    await backend.kill()
    backend = await startBackend({ env, dataDir: backend.dataDir })
  }
  await Promise.all(devices.map((device) => device.done))
  expect(acknowledged()).toBe(DEVICES * READINGS)
  await settled(backend)
  for (const id of deviceIds) {
    const times = await allReadings(backend, id)
    expect(new Set(times).size, 'none twice').toBe(times.length)
    expect(times.length, 'every acknowledged one').toBe(READINGS)
  }
  const disturbed = await judgement(backend)
  await backend.stop()
  backend.removeData()

  const clean = await startBackend({ env })
  await register(clean)
  await Promise.all(
    deviceIds.map(
      (id, n) => sendUntilAcknowledged(`mqtt://127.0.0.1:${mqttPort}`, id, readingsOf(n)).done,
    ),
  )
  await settled(clean)
  expect(disturbed).toEqual(await judgement(clean))
  await clean.stop()
  clean.removeData()
}, 180_000)
