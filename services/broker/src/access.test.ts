// Who may sign in, and what each may publish and read.
import {
  configTopic,
  encodeJson,
  runEventTopic,
  statusTopic,
  telemetryTopic,
  vehicleRunTopic,
} from '@bakwacht/firmware-contracts'
import { freePort } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import {
  connectClient,
  field,
  NOW,
  rawConnect,
  rawPublish,
  rawSocket,
  startBroker,
  until,
} from './broker.fixture.ts'

const device = { clientId: 'any', username: 'dev-1', password: 'secret-1' }
const reader = { clientId: 'desk', username: 'desk', password: 'viewer-token' }
const reading = Buffer.from(encodeJson({ v: 1, ts: NOW / 1000, temp_c: 8 }))

describe('signing in', () => {
  test('a device comes in with its secret, and is who its user name says', async () => {
    const { store, mqttPort } = await startBroker()
    const client = await connectClient(mqttPort, device)
    await client.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
    expect(store.readings).toMatchObject([{ deviceId: 'dev-1' }])
  })

  test('wrong credentials are refused, on loopback too', async () => {
    const { broker, mqttPort } = await startBroker()
    for (const wrong of [
      { ...device, password: 'secret-2' },
      { ...device, password: '' },
      { ...reader, password: 'driver-token' },
    ])
      await expect(connectClient(mqttPort, wrong)).rejects.toMatchObject({ code: 4 })
    await until(() => broker.counters.refusedSignIns === 3)
  })

  test('a client id that can name no device is refused without credentials', async () => {
    const { mqttPort } = await startBroker()
    await expect(connectClient(mqttPort, { clientId: 'a/b' })).rejects.toMatchObject({ code: 2 })
  })

  test('a client id is its owner’s: another’s session is not taken over with it', async () => {
    const { mqttPort } = await startBroker()
    const first = await connectClient(mqttPort, device)
    await connectClient(mqttPort, { clientId: 'any', username: 'dev-2', password: 'secret-2' })
    await connectClient(mqttPort, { clientId: 'any' })
    await first.publishAsync(telemetryTopic('dev-1'), reading, { qos: 1 })
  })

  test('a connection beyond the limit is closed', async () => {
    const { broker, mqttPort } = await startBroker({ maxConnections: 1 })
    await connectClient(mqttPort, device)
    await expect(connectClient(mqttPort, { clientId: 'dev-2' })).rejects.toThrow()
    expect(broker.counters.refusedConnections).toBe(1)
  })
})

describe('MQTT 3.1.1 is kept where aedes would let it slip', () => {
  test('an empty client id with a session to keep is refused with code 2', async () => {
    const { mqttPort } = await startBroker()
    const socket = rawSocket(mqttPort)
    socket.send(rawConnect('', { flags: 0 }))
    await socket.closed
    expect(socket.bytes()).toEqual(Buffer.from([0x20, 2, 0, 2]))
  })

  test('MQTT 5 is answered with code 1', async () => {
    const { mqttPort } = await startBroker()
    await expect(connectClient(mqttPort, { protocolVersion: 5 })).rejects.toMatchObject({ code: 1 })
  })

  const willQos3 = Buffer.concat([field('topic'), field('gone')])
  test.each([
    ['NUL in the client id', rawConnect('a\0b')],
    ['a lone surrogate in the client id', rawConnect(Buffer.from([0xed, 0xa0, 0x80]))],
    ['NUL in the user name', rawConnect('a', { flags: 0x82, rest: field('u\0') })],
    ['a password without a user name', rawConnect('a', { flags: 0x42, rest: field('p') })],
    ['a will with QoS 3', rawConnect('a', { flags: 0x1e, rest: willQos3 })],
    [
      'a will on a wildcard',
      rawConnect('a', { flags: 0x0e, rest: Buffer.concat([field('a/#'), field('')]) }),
    ],
    ['NUL in a topic', Buffer.concat([rawConnect('dev-1'), rawPublish('a\0b', 1, 'x')])],
    [
      'a lone surrogate in a topic',
      Buffer.concat([rawConnect('dev-1'), rawPublish(Buffer.from([0xed, 0xa0, 0x80]), 1, 'x')]),
    ],
  ])('%s ends the connection', async (_, bytes) => {
    const { broker, mqttPort } = await startBroker()
    const socket = rawSocket(mqttPort)
    socket.send(bytes)
    await socket.closed
    expect(socket.bytes().includes(0x40)).toBe(false)
    expect(broker.counters.faults).toBe(1)
  })
})

describe('publishing', () => {
  test('elsewhere than on its own topics is acknowledged, dropped and counted', async () => {
    const { broker, store, statuses, mqttPort } = await startBroker()
    const client = await connectClient(mqttPort, device)
    for (const topic of [
      telemetryTopic('dev-2'),
      statusTopic('dev-2'),
      configTopic('dev-1'),
      runEventTopic('run-1'),
      '$SYS/x',
      'elsewhere',
    ])
      await client.publishAsync(topic, reading, { qos: 1 })
    expect(broker.counters.dropped).toBe(6)
    expect(store.readings).toEqual([])
    expect(statuses).toEqual([])
  })

  test('is not for readers', async () => {
    const { broker, mqttPort } = await startBroker()
    const client = await connectClient(mqttPort, reader)
    await client.publishAsync(runEventTopic('run-1'), 'forged', { qos: 1 })
    expect(broker.counters.dropped).toBe(1)
  })

  test('a status is told, and the last will when the connection is lost', async () => {
    const { statuses, mqttPort } = await startBroker()
    const will = {
      topic: statusTopic('dev-1'),
      payload: Buffer.from('{"online":false}'),
      qos: 1,
      retain: true,
    } as const
    const client = await connectClient(mqttPort, { ...device, will })
    const online = '{"online":true,"fw":"1.4.2","config_rev":3}'
    await client.publishAsync(statusTopic('dev-1'), online, { qos: 1, retain: true })
    client.stream.destroy()
    await until(() => statuses.length === 2)
    expect(statuses).toEqual([
      { deviceId: 'dev-1', online: true, firmware: '1.4.2', configRev: 3, at: NOW },
      { deviceId: 'dev-1', online: false, firmware: null, configRev: null, at: NOW },
    ])
  })

  test('a status that is none is acknowledged and logged', async () => {
    const { store, statuses, mqttPort } = await startBroker()
    const client = await connectClient(mqttPort, device)
    await client.publishAsync(statusTopic('dev-1'), 'on', { qos: 1 })
    await client.publishAsync(statusTopic('dev-1'), '', { qos: 1, retain: true })
    expect(store.rejections).toMatchObject([{ topic: statusTopic('dev-1') }])
    expect(statuses).toEqual([])
  })

  test('a last will is bound to the same rules', async () => {
    const { broker, statuses, mqttPort } = await startBroker()
    const will = {
      topic: statusTopic('dev-2'),
      payload: Buffer.from('{"online":false}'),
      qos: 1,
      retain: true,
    } as const
    const client = await connectClient(mqttPort, { ...device, will })
    client.stream.destroy()
    await until(() => broker.counters.dropped === 1)
    expect(statuses).toEqual([])
  })
})

describe('reading', () => {
  const granted = async (client: Awaited<ReturnType<typeof connectClient>>, filter: string) => {
    try {
      const [first] = await client.subscribeAsync(filter, { qos: 1 })
      return first?.qos
    } catch {
      return 128
    }
  }

  test('a device reads its own config, retained or new, and nothing else', async () => {
    const { broker, mqttPort } = await startBroker()
    await broker.publish(configTopic('dev-1'), '{"rev":1}', { qos: 1, retain: true })
    const client = await connectClient(mqttPort, device)
    const got: string[] = []
    client.on('message', (topic, payload) => got.push(`${topic} ${payload}`))
    expect(await granted(client, configTopic('dev-1'))).toBe(1)
    for (const filter of [
      configTopic('dev-2'),
      configTopic('+'),
      '#',
      telemetryTopic('dev-1'),
      runEventTopic('+'),
      '$SYS/#',
    ])
      expect(await granted(client, filter)).toBe(128)
    await broker.publish(configTopic('dev-1'), '{"rev":2}', { qos: 1, retain: true })
    await broker.publish(configTopic('dev-2'), '{"rev":9}', { qos: 1, retain: true })
    await until(() => got.length === 2)
    expect(got).toEqual([`${configTopic('dev-1')} {"rev":1}`, `${configTopic('dev-1')} {"rev":2}`])
  })

  test('a token reads events alone, and what is retained of them', async () => {
    const { broker, mqttPort } = await startBroker()
    await broker.publish(vehicleRunTopic('van'), '{"id":"run-1"}', { qos: 1, retain: true })
    const client = await connectClient(mqttPort, reader)
    const got: string[] = []
    client.on('message', (topic) => got.push(topic))
    for (const filter of [
      '#',
      'bakwacht/#',
      '+/v1/events/#',
      telemetryTopic('+'),
      configTopic('dev-1'),
    ])
      expect(await granted(client, filter)).toBe(128)
    expect(await granted(client, 'bakwacht/v1/events/#')).toBe(1)
    await broker.publish(runEventTopic('run-1'), '{}', { qos: 1, retain: false })
    await until(() => got.length === 2)
    expect(got).toEqual([vehicleRunTopic('van'), runEventTopic('run-1')])
  })

  test('a reader that was away gets the first thousand events that it missed', async () => {
    const { broker, mqttPort } = await startBroker()
    const session = { ...reader, clean: false }
    const publish = (payload: string) =>
      broker.publish(runEventTopic('r'), payload, { qos: 1, retain: false })
    const first = await connectClient(mqttPort, session)
    await first.subscribeAsync('bakwacht/v1/events/#', { qos: 1 })
    await first.endAsync()
    await until(() => broker.counters.connections === 0)
    for (let n = 0; n < 1100; n++) await publish(String(n))
    const got = new Set<string>()
    await connectClient(mqttPort, session, (_, payload) => got.add(payload))
    await publish('live')
    await until(() => got.size === 1001)
    expect(got).toEqual(new Set([...Array(1000).keys()].map(String)).add('live'))
  })
})

test('a web page of another site does not come in where no credentials are needed', async () => {
  const { wsPort } = await startBroker()
  const opens = (headers: Record<string, string>) =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${wsPort}`, 'mqtt', { headers })
      socket.on('open', () => resolve(true)).on('error', () => resolve(false))
      socket.on('open', () => socket.close())
    })
  expect(await opens({})).toBe(true)
  expect(await opens({ origin: 'http://localhost:8080' })).toBe(true)
  expect(await opens({ origin: 'https://evil.example' })).toBe(false)
  expect(await opens({ host: 'evil.example' })).toBe(false)
  expect(await opens({ 'x-forwarded-for': '10.0.0.7' })).toBe(false)
})

test('a port that is taken is told, and the other one is let go of', async () => {
  const { wsPort } = await startBroker()
  const mqttPort = await freePort()
  await expect(startBroker({ mqttPort, wsPort })).rejects.toThrow('EADDRINUSE')
  await startBroker({ mqttPort })
})
