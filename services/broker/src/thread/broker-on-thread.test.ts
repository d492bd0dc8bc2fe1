// The broker in its thread, on the real stores.
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type DeviceStatus, deviceConfigDefaults } from '@bakwacht/domain'
import { configTopic, encodeJson, statusTopic, telemetryTopic } from '@bakwacht/firmware-contracts'
import { openRegistry } from '@bakwacht/registry'
import {
  type CommitterSource,
  openPostgresTelemetry,
  openSqliteTelemetry,
} from '@bakwacht/telemetry'
import { available, startPostgres, temporaryFolder, whyMissing } from '@bakwacht/test-support'
import { expect, onTestFinished, test } from 'vitest'
import { connectClient, until } from '../broker.fixture.ts'
import { createBrokerOnThread } from './broker-on-thread.ts'

const log = { info() {}, warn() {}, error() {} }
const TIME = Math.floor(Date.now() / 1000) - 60
const reading = Buffer.from(encodeJson({ v: 1, ts: TIME, temp_c: 8.4 }))
const options = { host: '127.0.0.1', mqttPort: 0, wsPort: 0 }

async function start(
  registrySource: { sqliteFile: string } | { url: string },
  store: CommitterSource,
) {
  const registry = await openRegistry(registrySource, { clock: Date.now })
  const { id, ...rest } = { id: 'dev-1', createdAt: 0, config: deviceConfigDefaults }
  await registry.devices.put([{ id, ...rest, status: null, active: true }])
  const secret = await registry.devices.issueSecret('dev-1')
  const statuses: DeviceStatus[] = []
  const broker = createBrokerOnThread({
    options,
    store,
    registry: registrySource,
    logLevel: 'silent',
    onStatus: (_, status) => statuses.push(status),
  })
  const { mqttPort } = await broker.listen()
  onTestFinished(async () => {
    await broker.stop()
    await registry.stop()
  })
  const device = { username: 'dev-1', password: secret }
  return { broker, registry, statuses, mqttPort, device }
}

test('on SQLite: readings, status, publishing and counters go their way', async () => {
  const folder = temporaryFolder('broker')
  const file = (name: string) => join(folder.path, name)
  const store = await openSqliteTelemetry({ file: file('telemetry.db'), clock: Date.now, log })
  onTestFinished(async () => {
    await store.stop()
    folder.remove()
  })
  const source = { sqliteFile: file('registry.db') }
  const running = await start(source, store.lendCommitter())
  const { broker, statuses, mqttPort, device } = running

  const configs: string[] = []
  const client = await connectClient(mqttPort, device, (_, payload) => configs.push(payload))
  await client.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
  const [stored] = await store.recent([{ deviceId: 'dev-1', from: 0, to: Date.now() }])
  expect(stored).toMatchObject([{ observedAt: TIME * 1000, tempC: 8.4 }])

  await client.publishAsync(statusTopic('dev-1'), '{"online":true}', { qos: 1 })
  await until(() => statuses.length === 1)
  expect(statuses).toMatchObject([{ online: true }])

  await client.subscribeAsync(configTopic('dev-1'), { qos: 1 })
  await broker.publish(configTopic('dev-1'), '{"rev":1}', { qos: 1, retain: true })
  await until(() => configs.length === 1)
  await until(() => broker.counters.stored === 1 && broker.counters.connections === 1)
  await broker.stop()
  await expect(broker.publish(configTopic('dev-1'), '', { qos: 1, retain: true })).rejects.toThrow(
    'not running',
  )
})

test('a device that is retired, or has a new secret, is disconnected within seconds', async () => {
  const folder = temporaryFolder('broker')
  const file = (name: string) => join(folder.path, name)
  const store = await openSqliteTelemetry({ file: file('telemetry.db'), clock: Date.now, log })
  onTestFinished(async () => {
    await store.stop()
    folder.remove()
  })
  const source = { sqliteFile: file('registry.db') }
  const { registry, mqttPort, device } = await start(source, store.lendCommitter())
  const { devices } = registry

  const first = await connectClient(mqttPort, device)
  const password = await devices.issueSecret('dev-1')
  await until(() => !first.connected)
  const second = await connectClient(mqttPort, { ...device, password })
  const retired = await devices.find('dev-1')
  if (retired !== undefined) await devices.put([{ ...retired, active: false }])
  await until(() => !second.connected)
})

const hasPostgres = available('postgres')
test.skipIf(!hasPostgres)(
  `on PostgreSQL the thread opens connections of its own, and is counted with the store that lent them${hasPostgres ? '' : `: ${whyMissing('postgres')}`}`,
  async () => {
    const postgres = await startPostgres()
    onTestFinished(() => postgres.stop())
    const { url } = postgres
    const store = await openPostgresTelemetry({ url, clock: Date.now, log })
    const { mqttPort, device } = await start({ url }, store.lendCommitter())
    const client = await connectClient(mqttPort, device)
    await client.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
    await client.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
    await client.publishAsync(telemetryTopic('dev-1'), 'nonsense', { qos: 1 })
    const [stored] = await store.recent([{ deviceId: 'dev-1', from: 0, to: Date.now() }])
    await store.stop()
    expect(stored).toMatchObject([{ tempC: 8.4 }])
    expect(store.counters).toMatchObject({ stored: 1, duplicates: 1, rejected: 1 })
  },
)

test('a port that is taken is told, and nothing is left running', async () => {
  const folder = temporaryFolder('broker')
  const other = createServer()
  const taken = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })
  const store = await openSqliteTelemetry({
    file: join(folder.path, 'telemetry.db'),
    clock: Date.now,
    log,
  })
  onTestFinished(async () => {
    other.close()
    await store.stop()
    folder.remove()
  })
  const broker = createBrokerOnThread({
    options: { ...options, mqttPort: taken },
    store: store.lendCommitter(),
    registry: { sqliteFile: join(folder.path, 'registry.db') },
    logLevel: 'silent',
    onStatus() {},
  })
  await expect(broker.listen()).rejects.toThrow('EADDRINUSE')
})
