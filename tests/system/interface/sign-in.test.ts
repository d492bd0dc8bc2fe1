// Who may say and hear what on MQTT, with and without credentials.
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { metric } from '../metric.ts'
import { ask, point } from './ask.ts'
import { listen, say, telemetryTopic } from './device.ts'

const ADMIN = 'an-administrators-token-of-ours'
let backend: Backend
let secret: string
beforeAll(async () => {
  backend = await startBackend({
    env: { BAKWACHT_ADMIN_TOKEN: ADMIN, BAKWACHT_MQTT_HOST: '0.0.0.0' },
  })
  secret = await register('sensor-1')
  await register('sensor-2')
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const send = (method: string, path: string, body?: object) =>
  ask(backend, method, path, { token: ADMIN, ...(body && { body }) })

async function register(id: string): Promise<string> {
  await send('POST', '/containers', { id, name: id, location: point(4.7, 51), capacity_l: 2200 })
  const from = new Date(Date.now() - 3_600_000).toISOString()
  const { status, body } = await send('POST', '/devices', { id, container_id: id, from })
  expect(status).toBe(201)
  return body.secret
}

const url = () => `mqtt://127.0.0.1:${backend.mqttPort}`
const signIn = (clientId: string, username?: string, password?: string) =>
  mqtt.connectAsync(url(), {
    clientId,
    reconnectPeriod: 0,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  })
const good = () => ({ v: 1, ts: Date.now() - 1000, fill_pct: 12 })
const stored = async (id: string) => (await send('GET', `/containers/${id}/readings`)).body.items

describe('a broker that other machines reach', () => {
  test('lets nobody in without the right credentials', async () => {
    await expect(signIn('sensor-1')).rejects.toThrow(/Not authorized/i)
    await expect(signIn('sensor-1', 'sensor-1', 'wrong')).rejects.toThrow(/Bad username/i)
    await expect(signIn('sensor-1', 'sensor-2', secret)).rejects.toThrow(/Bad username/i)
    await expect(signIn('x', 'nobody', '')).rejects.toThrow(/Bad username|Not authorized/i)
  })

  test('a device publishes its own telemetry; for another it is acknowledged, dropped, counted', async () => {
    const dropped = await metric(backend, 'bakwacht_door_dropped_total')
    const client = await signIn('sensor-1', 'sensor-1', secret)
    for (const topic of [
      telemetryTopic('sensor-2'),
      'bakwacht/v1/devices/sensor-1/config',
      'bakwacht/v1/events/vehicles/van-1/run',
      '$SYS/broker/clients',
    ])
      await client.publishAsync(topic, JSON.stringify(good()), { qos: 1 })
    await client.publishAsync(telemetryTopic('sensor-1'), JSON.stringify(good()), { qos: 1 })
    await client.endAsync()
    expect(await stored('sensor-1')).toHaveLength(1)
    expect(await stored('sensor-2')).toEqual([])
    const counted = async () =>
      (await metric(backend, 'bakwacht_door_dropped_total')) === dropped + 4
    await until(counted, 'four publishes counted as dropped', 5000)
  })

  test('a device reads its own config and nothing else', async () => {
    const client = await signIn('sensor-1', 'sensor-1', secret)
    for (const filter of [
      '#',
      '+/#',
      'bakwacht/v1/devices/+/config',
      'bakwacht/v1/events/#',
      telemetryTopic('sensor-2'),
    ])
      await expect(client.subscribeAsync(filter, { qos: 1 }), filter).rejects.toThrow()
    await client.endAsync()
    const config = 'bakwacht/v1/devices/sensor-1/config'
    const own = { clientId: 'sensor-1', username: 'sensor-1', password: secret }
    const retained = async () => {
      const { heard, stop } = await listen(url(), config, own)
      await until(async () => heard.length > 0, 'its config', 5000)
      await stop()
      return heard[0]?.retain === true && JSON.parse(heard[0].text).report_s === 3600
    }
    await until(retained, 'its config, retained', 5000)
  })

  test('a device’s status is shown, and its last will keeps what it said before', async () => {
    const topic = 'bakwacht/v1/devices/sensor-1/status'
    const will = { topic, payload: Buffer.from('{"online":false}'), qos: 1, retain: true } as const
    const own = { clientId: 'sensor-1', username: 'sensor-1', password: secret }
    const client = await mqtt.connectAsync(url(), { ...own, reconnectPeriod: 0, will })
    await client.publishAsync(topic, '{"online":true,"fw":"1.4.2","config_rev":1}', {
      qos: 1,
      retain: true,
    })
    const shows = (online: boolean) => async () => {
      const { status } = (await send('GET', '/devices/sensor-1')).body
      return status?.online === online && status.fw === '1.4.2' && status.config_rev === 1
    }
    await until(shows(true), 'online', 5000)
    client.stream.destroy()
    await until(shows(false), 'offline', 5000)
  })

  test('a device that was retired is let in no more', async () => {
    const gone = await register('sensor-3')
    await (await signIn('sensor-3', 'sensor-3', gone)).endAsync()
    expect((await send('DELETE', '/devices/sensor-3')).status).toBe(204)
    await expect(signIn('sensor-3', 'sensor-3', gone)).rejects.toThrow(/Bad username/i)
  })

  test('a renewed secret ends the old one at once', async () => {
    const old = await register('sensor-4')
    await (await signIn('sensor-4', 'sensor-4', old)).endAsync()
    const { body } = await send('POST', '/devices/sensor-4/secret')
    await expect(signIn('sensor-4', 'sensor-4', old)).rejects.toThrow(/Bad username/i)
    await (await signIn('sensor-4', 'sensor-4', body.secret)).endAsync()
  })

  test('events are read with a planner’s or viewer’s token as password, not with a driver’s', async () => {
    const tokenOf = async (role: string) =>
      (await send('POST', '/tokens', { name: role, role })).body.secret as string
    for (const role of ['planner', 'viewer']) {
      const reading = await listen(url(), 'bakwacht/v1/events/#', {
        username: 'anybody',
        password: await tokenOf(role),
      })
      await send('PUT', '/devices/sensor-1/config', { report_s: 1800 })
      await say(
        { mqttUrl: url() },
        'sensor-1',
        { ...good(), temp_c: 90 },
        { username: 'sensor-1', password: secret },
      )
      const alert = () => reading.heard.find(({ topic }) => topic.includes('/events/'))
      await until(async () => alert() !== undefined, `an event for the ${role}`, 15_000)
      expect(JSON.parse(alert()?.text ?? '')).toMatchObject({ event_id: expect.any(Number) })
      expect(reading.heard.every(({ topic }) => topic.startsWith('bakwacht/v1/events/'))).toBe(true)
      await reading.stop()
    }
    const driver = await tokenOf('driver')
    await expect(signIn('x', 'anybody', driver)).rejects.toThrow()
    const revoked = (await send('POST', '/tokens', { name: 'gone', role: 'viewer' })).body
    await (await signIn('x', 'anybody', revoked.secret)).endAsync()
    await send('DELETE', `/tokens/${revoked.id}`)
    await expect(signIn('x', 'anybody', revoked.secret)).rejects.toThrow()
  })
})

test('retained telemetry is stored once and handed to nobody', async () => {
  const open = await startBackend()
  const client = await mqtt.connectAsync(open.mqttUrl, { clientId: 'keeper' })
  await client.publishAsync(telemetryTopic('keeper'), JSON.stringify(good()), {
    qos: 1,
    retain: true,
  })
  await client.endAsync()
  const guest = await mqtt.connectAsync(open.mqttUrl, { clientId: 'other' })
  await expect(guest.subscribeAsync(telemetryTopic('keeper'))).rejects.toThrow()
  await guest.endAsync()
  expect(await metric(open, 'bakwacht_readings_stored_total')).toBe(1)
  expect(await open.stop()).toBe(0)
  open.removeData()
})
