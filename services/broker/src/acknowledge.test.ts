// An acknowledgement means "on disk": what is good, what is refused, and what cannot be stored.
import { encodeCbor, encodeJson, telemetryTopic } from '@bakwacht/firmware-contracts'
import { describe, expect, test } from 'vitest'
import {
  connectClient,
  connectUrl,
  NOW,
  rawConnect,
  rawPublish,
  rawSocket,
  startBroker,
  until,
} from './broker.fixture.ts'

const TOPIC = telemetryTopic('dev-1')
const reading = (seq = 0) => ({ v: 1, ts: NOW / 1000 - seq, seq, temp_c: 8.4 })
const PUBACK = 0x40

test('a reading is stored when its PUBACK comes, over TCP and over WebSocket', async () => {
  const { store, mqttPort, wsPort } = await startBroker()
  const overTcp = await connectClient(mqttPort, { clientId: 'dev-1' })
  await overTcp.publishAsync(TOPIC, Buffer.from(encodeJson(reading(1))), { qos: 1 })
  const overWs = await connectUrl(`ws://127.0.0.1:${wsPort}/mqtt`, { clientId: 'dev-2' })
  await overWs.publishAsync(telemetryTopic('dev-2'), Buffer.from(encodeCbor(reading(2))), {
    qos: 1,
  })
  expect(store.readings).toMatchObject([
    { deviceId: 'dev-1', seq: 1, tempC: 8.4, receivedAt: NOW },
    { deviceId: 'dev-2', seq: 2, tempC: 8.4 },
  ])
})

test('no PUBACK is sent before the commit has resolved', async () => {
  const { store, mqttPort } = await startBroker()
  const socket = rawSocket(mqttPort)
  store.mode = 'hold'
  socket.send(rawConnect('dev-1'), rawPublish(TOPIC, 1, encodeJson(reading(1))))
  await until(() => socket.bytes().length >= 4)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(socket.bytes()).toEqual(Buffer.from([0x20, 2, 0, 0]))
  store.release()
  await until(() => socket.bytes().length >= 8)
  expect(socket.bytes().subarray(4)).toEqual(Buffer.from([PUBACK, 2, 0, 1]))
  expect(store.readings).toHaveLength(1)
})

test('a commit that fails ends the connection without a PUBACK, and what comes again is stored', async () => {
  const { broker, store, mqttPort } = await startBroker()
  store.mode = 'fail'
  const client = await connectClient(mqttPort, {
    clientId: 'dev-1',
    clean: false,
    reconnectPeriod: 50,
  })
  const acknowledged = client.publishAsync(TOPIC, Buffer.from(encodeJson(reading(1))), { qos: 1 })
  await until(() => broker.counters.notStored >= 2)
  expect(store.readings).toEqual([])
  store.mode = 'store'
  await acknowledged
  expect(store.readings).toMatchObject([{ seq: 1 }])
})

test('with QoS 2 a reading is stored once, with QoS 0 without an acknowledgement', async () => {
  const { store, mqttPort } = await startBroker()
  const client = await connectClient(mqttPort, { clientId: 'dev-1' })
  await client.publishAsync(TOPIC, Buffer.from(encodeJson(reading(1))), { qos: 2 })
  client.publish(TOPIC, Buffer.from(encodeJson(reading(2))), { qos: 0 })
  await until(() => store.readings.length === 2)
})

test('a packet id of 0 ends the connection', async () => {
  const { broker, store, mqttPort } = await startBroker()
  const socket = rawSocket(mqttPort)
  socket.send(rawConnect('dev-1'), rawPublish(TOPIC, 0, encodeJson(reading(1))))
  await socket.closed
  expect(store.readings).toEqual([])
  expect(broker.counters.faults).toBe(1)
})

describe('bad input is acknowledged and logged, and what is good beside it is stored', () => {
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ['invalid JSON', Buffer.from('{"v":1,'), /^invalid_json/],
    ['truncated CBOR', encodeCbor(reading()).slice(0, -2), /^invalid_cbor/],
    ['an empty payload', Buffer.alloc(0), /^empty/],
    ['deep nesting', Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)), /^too_deep/],
    ['a wrong type', encodeJson({ ...reading(), temp_c: 'warm' }), /^wrong_type: temp_c/],
    ['not a number', encodeCbor({ ...reading(), temp_c: Number.NaN }), /^wrong_type: temp_c/],
    ['another version', encodeJson({ ...reading(), v: 9 }), /^wrong_version/],
    ['too many items', encodeJson(Array(501).fill(reading())), /^too_many_items/],
    ['300 kB', Buffer.alloc(300_000, 'x'), /^too_large: got a payload of 300000 bytes/],
  ]
  test.each(cases)('%s', async (_, payload, reason) => {
    const { store, mqttPort } = await startBroker()
    const client = await connectClient(mqttPort, { clientId: 'dev-1' })
    await client.publishAsync(TOPIC, Buffer.from(payload), { qos: 1 })
    await client.publishAsync(TOPIC, Buffer.from(encodeJson(reading(7))), { qos: 1 })
    expect(store.readings).toMatchObject([{ seq: 7 }])
    expect(store.rejections).toMatchObject([
      { deviceId: 'dev-1', topic: TOPIC, reason: expect.stringMatching(reason), item: null },
    ])
    expect(store.rejections[0]?.payloadBytes).toBe(payload.length)
    expect(store.rejections[0]?.payload.length).toBeLessThanOrEqual(1024)
  })

  test('2 MB: the connection ends, and others go on', async () => {
    const { broker, store, mqttPort } = await startBroker()
    const other = await connectClient(mqttPort, { clientId: 'dev-2' })
    const client = await connectClient(mqttPort, { clientId: 'dev-1' })
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.publish(TOPIC, Buffer.alloc(2_000_000), { qos: 1 })
    await closed
    await other.publishAsync(telemetryTopic('dev-2'), Buffer.from(encodeJson(reading(1))), {
      qos: 1,
    })
    expect(store.readings).toHaveLength(1)
    expect(broker.counters.faults).toBe(1)
  })

  test('300 kB and 2 MB over WebSocket', async () => {
    const { store, wsPort } = await startBroker()
    const client = await connectUrl(`ws://127.0.0.1:${wsPort}`, { clientId: 'dev-1' })
    await client.publishAsync(TOPIC, Buffer.alloc(300_000), { qos: 1 })
    expect(store.rejections).toMatchObject([{ payloadBytes: 300_000 }])
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.publish(TOPIC, Buffer.alloc(2_000_000), { qos: 1 })
    await closed
  })
})
