// What deferred-acks.ts takes from mqtt.js without its promise. When this fails after an upgrade,
// readings would be lost or never come: do not upgrade before deferred-acks.ts is right again.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import mqtt from 'mqtt'
import { expect, onTestFinished, test, vi } from 'vitest'

test('the version is the one that was looked at', () => {
  const manifest = new URL('../package.json', import.meta.resolve('mqtt'))
  expect(JSON.parse(readFileSync(manifest, 'utf8')).version).toBe('5.16.0')
})

test('an error in handleMessage’s callback skips the PUBACK, the next messages come, and a PUBACK by hand is sent', async () => {
  const aedes = await Aedes.createBroker()
  const acknowledged: (number | undefined)[] = []
  aedes.on('ack', (packet) => acknowledged.push(packet?.messageId))
  const server = createServer((socket) => {
    aedes.handle(socket)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  const client = mqtt.connect(`mqtt://127.0.0.1:${port}`, { clientId: 'c', clean: false })
  onTestFinished(async () => {
    client.end(true)
    await new Promise<void>((resolve) => aedes.close(resolve))
    server.close()
  })
  const received: number[] = []
  client.handleMessage = (packet, done) => {
    received.push(packet.messageId ?? 0)
    done(new Error('later'))
  }
  await new Promise((resolve) => client.once('connect', resolve))
  await client.subscribeAsync('t', { qos: 1 })
  for (const payload of ['1', '2', '3'])
    await new Promise<void>((resolve) => {
      aedes.publish(
        { cmd: 'publish', topic: 't', payload, qos: 1, retain: false, dup: false },
        () => resolve(),
      )
    })
  await vi.waitUntil(() => received.length === 3, { timeout: 10_000 })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(acknowledged).toEqual([])

  const { _sendPacket } = client as unknown as { _sendPacket(packet: object): void }
  for (const messageId of [...received].reverse())
    _sendPacket.call(client, { cmd: 'puback', messageId, reasonCode: 0 })
  await vi.waitUntil(() => acknowledged.length === 3, { timeout: 10_000 })
  expect(acknowledged).toEqual([...received].reverse())
})
