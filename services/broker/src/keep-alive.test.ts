// A client that vanishes without a word: MQTT-3.1.2-24 gives it one and a half times its keep-alive.
import { statusTopic } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import { field, rawConnect, rawSocket, startBroker, until } from './broker.fixture.ts'

/** Clean session, a will with QoS 1 that is retained. */
const flags = 0x2e
const rest = Buffer.concat([field(statusTopic('dev-1')), field('{"online":false}')])
const vanishing = rawConnect('dev-1', { flags, keepAliveS: 1, rest })
const PINGREQ = [0xc0, 0]

test('is disconnected after it, and its last will is published', async () => {
  const { broker, statuses, mqttPort } = await startBroker()
  const socket = rawSocket(mqttPort)
  const begun = performance.now()
  socket.send(vanishing)
  await until(() => broker.counters.connections === 1)
  await socket.closed
  const lasted = performance.now() - begun
  expect(lasted).toBeGreaterThan(1490)
  expect(lasted).toBeLessThan(5000)
  await until(() => statuses.length === 1)
  expect(statuses).toMatchObject([{ deviceId: 'dev-1', online: false }])
  expect(broker.counters.connections).toBe(0)
})

test('stays while it pings', async () => {
  const { broker, statuses, mqttPort } = await startBroker()
  const socket = rawSocket(mqttPort)
  socket.send(vanishing)
  for (let n = 0; n < 5; n++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    socket.send(PINGREQ)
  }
  await until(() => socket.bytes().length === 4 + 5 * 2)
  expect(broker.counters.connections).toBe(1)
  expect(statuses).toEqual([])
})
