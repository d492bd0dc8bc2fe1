// Secrets issued over HTTP are accounts at Mosquitto, each with its own rights.
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../system/backend.ts'
import { until } from '../system/call.ts'
import { readingsInSql } from './counted.ts'
import {
  ADMIN_TOKEN,
  askAsAdmin,
  hasServers,
  registerDevice,
  type Servers,
  startServers,
} from './several-processes.ts'
import { signIn, signInSoon } from './sign-in.ts'

const REFUSED = /Not authorized|Bad username or password/

describe.skipIf(!hasServers)('Mosquitto’s accounts', { timeout: 60_000 }, () => {
  let servers: Servers
  let api: Backend
  let ingest: Backend
  const clients: MqttClient[] = []

  beforeAll(async () => {
    servers = await startServers()
    ;[api, ingest] = await Promise.all([servers.start('api'), servers.start('ingest')])
  })
  afterAll(async () => {
    for (const client of clients) client.end(true)
    await servers?.stop()
  })

  const soon = async (url: string) => {
    const client = await signInSoon(url)
    clients.push(client)
    return client
  }
  const publish = (client: MqttClient, deviceId: string) =>
    client.publishAsync(`bakwacht/v1/devices/${deviceId}/telemetry`, '{"v":1,"temp_c":8}', {
      qos: 1,
    })
  const stored = () => readingsInSql(servers.postgres.url)
  /** On a connection of its own: after a refusal Mosquitto 2.0.11 answers nothing more on it. */
  const publishElsewhere = async (url: string, deviceId: string) => {
    const client = await signInSoon(url)
    await publish(client, deviceId)
    client.end(true)
  }

  // At once, as each waits some seconds until Mosquitto has heard of its accounts.
  describe('while all run', { concurrent: true }, () => {
    test('a device comes in with the secret that it was given, not with another, and as nobody else', async () => {
      const url = await registerDevice(servers, api, 'dev-1')
      await registerDevice(servers, api, 'dev-2')
      const device = await soon(url)
      expect(await signIn(servers.mosquitto.urlFor('dev-1', 'wrong'))).toMatch(REFUSED)
      expect(await signIn(servers.mosquitto.urlFor('nobody', 'wrong'))).toMatch(REFUSED)
      expect(await signIn(`mqtt://127.0.0.1:${servers.mosquitto.port}`)).toMatch(REFUSED)

      await publishElsewhere(url, 'dev-2')
      await publish(device, 'dev-1')
      await until(async () => (await stored()).has('dev-1'), 'stored')
      expect((await stored()).has('dev-2')).toBe(false)
    })

    test('a device reads its own config and nothing else', async () => {
      const device = await soon(await registerDevice(servers, api, 'dev-4'))
      const topics: string[] = []
      device.on('message', (topic) => topics.push(topic))
      await device.subscribeAsync(['bakwacht/v1/#', 'bakwacht/v1/devices/dev-4/config'], { qos: 1 })
      await registerDevice(servers, api, 'dev-3')
      await askAsAdmin(api, 'PUT', '/devices/dev-3/config', { report_s: 600, measure_s: 600 })
      await askAsAdmin(api, 'PUT', '/devices/dev-4/config', { report_s: 600, measure_s: 600 })
      await until(async () => topics.length > 1, 'its config')
      expect(new Set(topics)).toEqual(new Set(['bakwacht/v1/devices/dev-4/config']))
    })

    test('a renewed secret ends the old one', async () => {
      const url = await registerDevice(servers, api, 'dev-5')
      await soon(url)
      const renewed = await askAsAdmin<{ secret: string }>(api, 'POST', '/devices/dev-5/secret')
      await soon(servers.mosquitto.urlFor('dev-5', renewed.secret))
      expect(await signIn(url)).toMatch(REFUSED)
    })

    test('a viewer’s token reads events and writes nothing; a driver’s has no account', async () => {
      const token = (role: string) =>
        askAsAdmin<{ id: string; secret: string }>(api, 'POST', '/tokens', { name: role, role })
      const driver = await token('driver')
      const viewer = await token('viewer')
      const url = servers.mosquitto.urlFor(`token@${viewer.id}`, viewer.secret)
      const reader = await soon(url)
      expect(await signIn(servers.mosquitto.urlFor(`token@${driver.id}`, driver.secret))).toMatch(
        REFUSED,
      )
      const topics: string[] = []
      reader.on('message', (topic) => topics.push(topic))
      await reader.subscribeAsync('#', { qos: 1 })
      await publishElsewhere(url, 'dev-10')
      await publishElsewhere(url, `token@${viewer.id}`)
      const backend = await soon(servers.mosquitto.url)
      await backend.publishAsync('bakwacht/v1/events/runs/r1', '{}', { qos: 1 })
      await until(async () => topics.includes('bakwacht/v1/events/runs/r1'), 'the event')
      expect(topics.filter((topic) => !topic.startsWith('bakwacht/v1/events/'))).toEqual([])

      await askAsAdmin(api, 'DELETE', `/tokens/${viewer.id}`)
      await until(async () => typeof (await signIn(url)) === 'string', 'the account is gone')
      expect((await stored()).has('dev-10')).toBe(false)
    })

    test('who is connected is sent away with a renewed secret, a retirement, or a revoked token', async () => {
      const token = await askAsAdmin<{ id: string; secret: string }>(api, 'POST', '/tokens', {
        ...{ name: 'desk', role: 'viewer' },
      })
      const [renewed, retired, reader, stays] = await Promise.all([
        registerDevice(servers, api, 'dev-7').then(soon),
        registerDevice(servers, api, 'dev-8').then(soon),
        soon(servers.mosquitto.urlFor(`token@${token.id}`, token.secret)),
        registerDevice(servers, api, 'dev-9').then(soon),
      ])
      await askAsAdmin(api, 'POST', '/devices/dev-7/secret')
      await askAsAdmin(api, 'DELETE', '/devices/dev-8')
      await askAsAdmin(api, 'DELETE', `/tokens/${token.id}`)
      const connected = () => [renewed, retired, reader].filter((client) => client.connected).length
      await until(async () => connected() === 0, 'all three are sent away', 20_000)
      expect(stays.connected).toBe(true)
    })

    test('the administrator’s token reads events', async () => {
      const admin = await soon(servers.mosquitto.urlFor('token@admin', ADMIN_TOKEN))
      const topics: string[] = []
      admin.on('message', (topic) => topics.push(topic))
      await admin.subscribeAsync('bakwacht/v1/events/#', { qos: 1 })
      const backend = await soon(servers.mosquitto.url)
      await backend.publishAsync('bakwacht/v1/events/runs/r2', '{}', { qos: 1 })
      await until(async () => topics.includes('bakwacht/v1/events/runs/r2'), 'the event')
    })

    test('a device that would take the backend’s account over is left out, with a word in the log', async () => {
      const url = await registerDevice(servers, api, 'backend')
      await registerDevice(servers, api, 'a:b')
      await until(
        async () => ingest.warnings.some((line) => line.includes('no account with such a name')),
        'a warning',
      )
      expect(await signIn(url)).toMatch(REFUSED)
      await soon(servers.mosquitto.url)
    })
  })

  test('while ingest is away a restarted Mosquitto lets no device in, so nothing is thrown away', async () => {
    const url = await registerDevice(servers, api, 'dev-6')
    await soon(url)
    await ingest.kill()
    await servers.mosquitto.kill()
    await servers.mosquitto.restart()
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(await signIn(url)).toMatch(REFUSED)
    await servers.start('ingest')
    await publish(await soon(url), 'dev-6')
    await until(async () => (await stored()).has('dev-6'), 'stored')
  })
})
