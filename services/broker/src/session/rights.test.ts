// Who is connected may be so only as long as what it signed in with holds.
import {
  encodeJson,
  runEventTopic,
  statusTopic,
  telemetryTopic,
} from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import { connectClient, NOW, startBroker, until } from '../broker.fixture.ts'

const SOON = { checkRightsEveryMs: 20 }
const device = { username: 'dev-1', password: 'secret-1' }
const other = { username: 'dev-2', password: 'secret-2' }
const reader = { clientId: 'desk', username: 'desk', password: 'viewer-token' }
const reading = Buffer.from(encodeJson({ v: 1, ts: NOW / 1000, temp_c: 8 }))
const checks = () => new Promise((resolve) => setTimeout(resolve, 100))

test('a device with a new secret, or none any more, is disconnected, and others stay', async () => {
  const { broker, store, secrets, mqttPort } = await startBroker(SOON)
  const first = await connectClient(mqttPort, device)
  const second = await connectClient(mqttPort, other)
  const unnamed = await connectClient(mqttPort, { clientId: 'dev-3' })
  await checks()
  expect([first.connected, second.connected, unnamed.connected]).toEqual([true, true, true])

  secrets.set('dev-1', 'renewed')
  await until(() => !first.connected)
  await expect(connectClient(mqttPort, device)).rejects.toMatchObject({ code: 4 })
  await connectClient(mqttPort, { ...device, password: 'renewed' })
  secrets.delete('dev-2')
  await until(() => !second.connected)
  expect(broker.counters).toMatchObject({ withdrawn: 2, connections: 2 })
  await unnamed.publishAsync(telemetryTopic('dev-3'), reading, { qos: 1 })
  expect(store.readings).toMatchObject([{ deviceId: 'dev-3' }])
})

test('a device that is sent away leaves its last will', async () => {
  const { secrets, statuses, mqttPort } = await startBroker(SOON)
  const payload = Buffer.from('{"online":false}')
  const will = { topic: statusTopic('dev-1'), payload, qos: 1, retain: true } as const
  await connectClient(mqttPort, { ...device, will })
  secrets.set('dev-1', 'renewed')
  await until(() => statuses.length === 1)
  expect(statuses).toMatchObject([{ deviceId: 'dev-1', online: false }])
})

test('a reader whose token is revoked hears nothing more', async () => {
  const { broker, tokens, mqttPort } = await startBroker(SOON)
  const client = await connectClient(mqttPort, reader)
  await client.subscribeAsync('bakwacht/v1/events/#', { qos: 1 })
  const got: string[] = []
  client.on('message', (_, payload) => got.push(payload.toString()))
  await broker.publish(runEventTopic('r'), 'before', { qos: 1, retain: false })
  await until(() => got.length === 1)
  tokens.delete('viewer-token')
  await until(() => !client.connected)
  await broker.publish(runEventTopic('r'), 'after', { qos: 1, retain: false })
  expect(got).toEqual(['before'])
})

test('while the registry does not answer, nobody is sent away', async () => {
  const { tokens, mqttPort } = await startBroker(SOON)
  const client = await connectClient(mqttPort, reader)
  tokens.has = () => {
    throw new Error('database is away')
  }
  await checks()
  expect(client.connected).toBe(true)
  tokens.has = () => false
  await until(() => !client.connected)
})

test('the administrator’s token reads events under any name, and stays', async () => {
  const adminToken = 'the-administrators-token'
  const { broker, mqttPort } = await startBroker({ ...SOON, adminToken })
  const client = await connectClient(mqttPort, { username: 'dev-1', password: adminToken })
  await client.subscribeAsync('bakwacht/v1/events/#', { qos: 1 })
  const got: string[] = []
  client.on('message', (topic) => got.push(topic))
  await checks()
  await broker.publish(runEventTopic('r'), '{}', { qos: 1, retain: false })
  await until(() => got.length === 1)
  await client.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
  expect(broker.counters.dropped).toBe(1)
})

test('without an administrator’s token no empty or made-up one is it', async () => {
  const { mqttPort } = await startBroker()
  for (const password of ['', 'undefined', 'the-administrators-token'])
    await expect(connectClient(mqttPort, { username: 'a', password })).rejects.toMatchObject({
      code: 4,
    })
})
