// From sensors to runs through four processes that share a broker and databases only.
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../system/backend.ts'
import { settled, until } from '../system/call.ts'
import { metric } from '../system/metric.ts'
import { readingsInInflux, readingsInSql } from './counted.ts'
import {
  askAsAdmin,
  hasServers,
  registerDevice,
  type Servers,
  type Service,
  startServers,
} from './several-processes.ts'
import { signInSoon } from './sign-in.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const CONTAINERS = 8
const HOURS = 72
const ids = Array.from({ length: CONTAINERS }, (_, n) => `c${n}`)

describe.skipIf(!hasServers)('several processes', { timeout: 90_000 }, () => {
  let servers: Servers
  const processes = new Map<Service, Backend>()
  let viewerUrl: string
  const clients: mqtt.MqttClient[] = []
  /** Topics of events so far. */
  const heard: string[] = []

  beforeAll(async () => {
    servers = await startServers()
    const services = ['ingest', 'thresholds', 'planner', 'api'] as const
    await Promise.all(
      services.map(async (service) => processes.set(service, await servers.start(service))),
    )
    const token = { name: 'desk', role: 'viewer' }
    const viewer = await ask<{ id: string; secret: string }>('POST', '/tokens', token)
    viewerUrl = servers.mosquitto.urlFor(`token@${viewer.id}`, viewer.secret)
    const listener = await signInSoon(viewerUrl)
    clients.push(listener)
    listener.on('message', (topic) => heard.push(topic))
    await listener.subscribeAsync('bakwacht/v1/events/#', { qos: 1 })
  })

  afterAll(async () => {
    for (const client of clients) client.end(true)
    await servers?.stop()
  })

  const processOf = (service: Service): Backend => {
    const backend = processes.get(service)
    if (backend === undefined) throw new Error(`${service} does not run`)
    return backend
  }
  const ask = <Answer>(method: string, path: string, body?: unknown, headers = {}) =>
    askAsAdmin<Answer>(processOf('api'), method, path, body, headers)

  /** Registers a device and signs it in. */
  const deviceOf = async (id: string, seat: object = {}) => {
    const client = await signInSoon(await registerDevice(servers, processOf('api'), id, seat))
    clients.push(client)
    const topic = `bakwacht/v1/devices/${id}/telemetry`
    return (readings: unknown) => client.publishAsync(topic, JSON.stringify(readings), { qos: 1 })
  }
  const hears = (topic: string) =>
    until(async () => heard.includes(topic), `hears ${topic}`, 15_000)

  test('each says that it is alive and ready', async () => {
    for (const [service, { http }] of processes)
      for (const path of ['/healthz', '/readyz', '/metrics'])
        expect((await fetch(`${http}${path}`)).status, `${service} ${path}`).toBe(200)
  })

  test('what devices publish is stored once, judged, and in InfluxDB', async () => {
    await registerFleet(ask)
    const since = new Date(Date.now() - 5 * DAY_MS).toISOString()
    const all = readings(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - HOURS * HOUR_MS)
    await Promise.all(
      ids.map(async (id) => {
        const send = await deviceOf(id, { container_id: id, from: since })
        // Those in the middle are sent twice.
        await send(all.slice(0, HOURS - 20))
        await send(all.slice(20))
      }),
    )
    const { url } = servers.postgres
    const expected = new Map(ids.map((id) => [id, HOURS]))
    await until(async () => {
      const counts = [...(await readingsInSql(url)).values()]
      return counts.reduce((sum, count) => sum + count, 0) >= CONTAINERS * HOURS
    }, 'all readings in SQL')
    expect(new Map([...(await readingsInSql(url))].sort())).toEqual(expected)
    expect(await metric(processOf('ingest'), 'bakwacht_readings_stored_total')).toBe(
      CONTAINERS * HOURS,
    )
    await settled(processOf('api'))
    for (const id of ids) {
      const state = await ask<{ fill: { full: boolean } }>('GET', `/containers/${id}/state`)
      expect(state.fill.full, id).toBe(true)
    }
    expect(
      await metric(processOf('thresholds'), 'bakwacht_thresholds_rounds_total'),
    ).toBeGreaterThan(0)
    await until(
      async () => (await readingsInInflux(servers.influx.url)) === CONTAINERS * HOURS,
      'all readings in InfluxDB',
    )
    await hears('bakwacht/v1/events/states/c0')
  })

  test('a plan asked for over HTTP is made by the planner; its runs come over HTTP and MQTT', async () => {
    const settings = await ask<{ version: number; plan: object }>('GET', '/settings')
    await ask('PUT', '/settings', { ...settings, plan: { ...settings.plan, solve_seconds: 1 } })
    const plan = await ask<Plan>('POST', '/plans', { date: workday() })
    expect(plan.status).toBe('draft')
    const stops = plan.runs.flatMap((run) => run.stops).filter(({ kind }) => kind === 'container')
    expect(stops.map((stop) => stop.container_id).sort()).toEqual(ids)
    expect(await metric(processOf('planner'), 'bakwacht_planner_plans_made_total')).toBe(1)

    const approve = { ops: [{ op: 'approve' }] }
    const version = { 'if-match': `"${plan.version}"` }
    const approved = await ask<Plan>('PATCH', `/plans/${plan.id}`, approve, version)
    expect(approved.status).toBe('approved')
    const [run] = approved.runs
    if (run === undefined) throw new Error('the plan has no run')
    const { items } = await ask<{ items: Run[] }>('GET', `/runs?date=${workday()}`)
    expect(items.map(({ id, status }) => [id, status])).toContainEqual([run.id, 'approved'])

    await hears(`bakwacht/v1/events/runs/${run.id}`)
    await hears(`bakwacht/v1/events/plans/${plan.id}`)
    await hears(`bakwacht/v1/events/vehicles/${run.vehicle_id}/run`)
    const retained = await retainedRun(viewerUrl, run.vehicle_id)
    expect(retained).toMatchObject({ id: run.id, status: 'approved' })
  })

  test('settings tried over HTTP are judged by thresholds, and planned with by the planner', async () => {
    const { version: _, ...settings } = await ask<{ version: number; health: object }>(
      'GET',
      '/settings',
    )
    // No share of impossible values is small enough: nobody's sensor is believed.
    const health = { ...settings.health, impossible_share: 0 }
    const trial = await ask<{ readonly other_reason: readonly Changed[] }>(
      'POST',
      '/settings/trial',
      { date: workday(), settings: { ...settings, health } },
    )
    const changed = trial.other_reason.map((bin) => [bin.container_id, bin.after.code])
    expect(changed.sort()).toEqual(ids.map((id) => [id, 'estimated_full']))
  })

  test('two ingest processes share the load, and one that is stopped leaves it to the other', async () => {
    const first = processOf('ingest')
    const second = await servers.start('ingest', { BAKWACHT_MQTT_REPLICA: '2' })
    const before = await metric(first, 'bakwacht_readings_stored_total')
    const senders = await Promise.all(['s0', 's1', 's2', 's3'].map((id) => deviceOf(id)))
    const firstAt = Date.now() - HOUR_MS
    const send = async (from: number, to: number) => {
      const each = senders.map(async (publish, n) => {
        for (let k = from + n; k < to; k += senders.length)
          await publish({ v: 1, ts: firstAt + k, temp_c: 8 })
      })
      await Promise.all(each)
    }
    const shared = async () => {
      const counts = [...(await readingsInSql(servers.postgres.url))]
      return counts.reduce((sum, [id, count]) => sum + (id.startsWith('s') ? count : 0), 0)
    }
    await send(0, 400)
    await until(async () => (await shared()) === 400, 'all shared readings')
    const ofFirst = (await metric(first, 'bakwacht_readings_stored_total')) - before
    const ofSecond = await metric(second, 'bakwacht_readings_stored_total')
    expect(ofFirst + ofSecond).toBe(400)
    expect(Math.min(ofFirst, ofSecond)).toBeGreaterThan(100)

    expect(await second.stop()).toBe(0)
    await send(400, 600)
    // Its session still gets its share: what the first does not get waits for a process of that name.
    const again = await servers.start('ingest', { BAKWACHT_MQTT_REPLICA: '2' })
    await until(async () => (await shared()) === 600, 'what waited for the second')
    await again.stop()
  })
})

interface Run {
  readonly id: string
  readonly status: string
  readonly vehicle_id: string
  readonly stops: readonly { readonly kind: string; readonly container_id?: string }[]
}
interface Changed {
  readonly container_id: string
  readonly after: { readonly code: string }
}

interface Plan {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly runs: readonly Run[]
}

const bodyOf = (payload: Buffer) =>
  payload.length === 0 ? {} : (JSON.parse(payload.toString()) as Record<string, unknown>)

async function registerFleet(
  ask: (method: string, path: string, body?: unknown) => Promise<unknown>,
) {
  const location = (n: number) => ({ type: 'Point', coordinates: [4.7 + n / 200, 50.88] })
  await ask('POST', '/depots', { id: 'depot', name: 'Depot', location: location(-1) })
  const vehicle = { depot_id: 'depot', payload_kg: 1100, volume_l: 40_000 }
  await ask('POST', '/vehicles', { id: 'van', name: 'Van', ...vehicle })
  for (const [n, id] of ids.entries())
    await ask('POST', '/containers', { id, name: id, capacity_l: 2500, location: location(n) })
}

/** Full by now. */
const readings = (firstAt: number) =>
  Array.from({ length: HOURS }, (_, k) => ({
    v: 1,
    ts: firstAt + k * HOUR_MS,
    fill_pct: 20 + (k * 78) / HOURS,
    temp_c: 9,
    rh_pct: 70,
  }))

/** Two days ahead at least, never at a weekend. */
function workday(): string {
  const day = new Date(Date.now() + 2 * DAY_MS)
  while ([0, 6].includes(day.getUTCDay())) day.setTime(day.getTime() + DAY_MS)
  return day.toISOString().slice(0, 10)
}

async function retainedRun(url: string, vehicleId: string): Promise<Record<string, unknown>> {
  const client = await mqtt.connectAsync(url)
  try {
    const message = new Promise<Buffer>((resolve) => {
      client.on('message', (_, payload, { retain }) => retain && resolve(payload))
    })
    await client.subscribeAsync(`bakwacht/v1/events/vehicles/${vehicleId}/run`, { qos: 1 })
    return bodyOf(await message)
  } finally {
    client.end(true)
  }
}
