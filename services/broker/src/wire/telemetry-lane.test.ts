import { encodeJson, telemetryTopic } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import {
  connectClient,
  NOW,
  rawConnect,
  rawPublish,
  rawSocket,
  startBroker,
  until,
} from '../broker.fixture.ts'

const TOPIC = telemetryTopic('dev-1')
const CONNACK = [0x20, 2, 0, 0]
const puback = (id: number) => [0x40, 2, id >> 8, id & 0xff]
const publish = (id: number, pad = 0) =>
  rawPublish(
    TOPIC,
    id,
    encodeJson({ v: 1, ts: NOW / 1000 - id, temp_c: 8.4, ...(pad && { pad: 'x'.repeat(pad) }) }),
  )

async function connected(port: number, keepAliveS = 60) {
  const socket = rawSocket(port)
  socket.send(rawConnect('dev-1', { keepAliveS }))
  await until(() => socket.bytes().length >= CONNACK.length)
  return socket
}

test('acknowledges in the order of the packets, even where a refused one takes longer', async () => {
  const { store, mqttPort } = await startBroker()
  const refuse = Promise.withResolvers<void>()
  store.telemetry.reject = () => refuse.promise
  const socket = await connected(mqttPort)
  socket.send(rawPublish(TOPIC, 1, 'no reading'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.send(publish(2), publish(3))
  await until(() => store.readings.length === 2)
  expect([...socket.bytes()]).toEqual(CONNACK)
  refuse.resolve()
  await until(() => socket.bytes().length === 16)
  expect([...socket.bytes()]).toEqual([...CONNACK, ...puback(1), ...puback(2), ...puback(3)])
})

test('acknowledges what came with CONNECT before what came after it', async () => {
  const { store, mqttPort } = await startBroker()
  let asked = 0
  const commit = store.telemetry.commit
  store.telemetry.commit = (items) => {
    asked += items.length
    return commit(items)
  }
  store.mode = 'hold'
  const socket = rawSocket(mqttPort)
  socket.send(rawConnect('dev-1'), publish(1), publish(2), publish(3).subarray(0, 40))
  await until(() => asked === 2)
  socket.send(publish(3).subarray(40))
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.send(publish(4), publish(5))
  await new Promise((resolve) => setTimeout(resolve, 50))
  store.mode = 'store'
  store.release()
  await until(() => socket.bytes().length === 24)
  expect([...socket.bytes()]).toEqual([...CONNACK, ...[1, 2, 3, 4, 5].flatMap(puback)])
})

test('reads no more while 64 kB of a connection wait for their commit, and goes on after it', async () => {
  const { store, mqttPort } = await startBroker()
  const socket = await connected(mqttPort)
  let asked = 0
  const commit = store.telemetry.commit
  store.telemetry.commit = (items) => {
    asked += items.length
    return commit(items)
  }
  store.mode = 'hold'
  const ids = Array.from({ length: 400 }, (_, n) => n + 1)
  for (const id of ids) socket.send(publish(id, 5000))
  await until(() => asked > 0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  // Of 2 MB at most what one read brings on top.
  expect(asked).toBeLessThan(50)
  store.mode = 'store'
  store.release()
  await until(() => store.readings.length === ids.length)
  await until(() => socket.bytes().length === 4 + 4 * ids.length)
  expect([...socket.bytes().subarray(4)]).toEqual(ids.flatMap(puback))
})

test('a device that sends readings needs no ping', async () => {
  const { broker, store, mqttPort } = await startBroker()
  const socket = await connected(mqttPort, 1)
  for (let id = 1; id <= 5; id++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    socket.send(publish(id))
  }
  await until(() => store.readings.length === 5)
  expect(broker.counters.connections).toBe(1)
})

test('a commit that fails ends the connection, and nothing sent on it is acknowledged any more', async () => {
  const { broker, store, mqttPort } = await startBroker()
  const socket = await connected(mqttPort)
  store.mode = 'fail'
  socket.send(publish(1), publish(2))
  socket.send(publish(3))
  await socket.closed
  expect([...socket.bytes()]).toEqual(CONNACK)
  expect(broker.counters.notStored).toBeGreaterThanOrEqual(2)
  expect(store.readings).toEqual([])
})

test('a session taken over is acknowledged on its new connection only', async () => {
  const { store, mqttPort } = await startBroker()
  const first = await connected(mqttPort)
  store.mode = 'hold'
  first.send(publish(1))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const second = await connectClient(mqttPort, { clientId: 'dev-1' })
  await first.closed
  store.mode = 'store'
  store.release()
  await second.publishAsync(TOPIC, Buffer.from(encodeJson({ v: 1, ts: NOW / 1000, temp_c: 1 })), {
    qos: 1,
  })
  expect([...first.bytes()]).toEqual(CONNACK)
  expect(store.readings).toHaveLength(2)
})
