// Packets as large as a device can make them, byte by byte on the socket.
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { metric } from '../metric.ts'
import { ask } from './ask.ts'
import { telemetryTopic } from './device.ts'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(async () => {
  expect(await backend.stop()).toBe(0)
  backend.removeData()
})

const KB = 1024
const text = (value: string) => {
  const bytes = Buffer.from(value)
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
}

function packet(first: number, body: Buffer): Buffer {
  const length: number[] = []
  for (let rest = body.length; ; ) {
    const digit = rest % 128
    rest = Math.floor(rest / 128)
    length.push(rest > 0 ? digit | 0x80 : digit)
    if (rest === 0) break
  }
  return Buffer.concat([Buffer.from([first, ...length]), body])
}

const connectPacket = (id: string) =>
  packet(0x10, Buffer.concat([text('MQTT'), Buffer.from([4, 2, 0, 60]), text(id)]))

/** A PUBLISH of QoS 1 whose bytes after the fixed header are exactly so many. */
function publishPacket(id: string, bytes: number): Buffer {
  const head = Buffer.concat([text(telemetryTopic(id)), Buffer.from([0, 7])])
  const reading = Buffer.from(`{"v":1,"ts":${Date.now() - 60_000},"fill_pct":12}`)
  const blanks = Buffer.alloc(bytes - head.length - reading.length, 0x20)
  return packet(0x32, Buffer.concat([head, reading, blanks]))
}

async function session(id: string) {
  const { hostname, port } = new URL(backend.mqttUrl)
  const socket: Socket = connect(Number(port), hostname)
  let received = Buffer.alloc(0)
  let closed = false
  socket.on('data', (part) => {
    received = Buffer.concat([received, part])
  })
  socket.on('error', () => {})
  socket.once('close', () => {
    closed = true
  })
  socket.write(connectPacket(id))
  await until(async () => received.length >= 4, 'CONNACK', 5000)
  received = Buffer.alloc(0)
  return {
    write: (bytes: Buffer) => socket.write(bytes),
    acknowledged: () =>
      until(async () => received.equals(Buffer.from([0x40, 2, 0, 7])), 'PUBACK', 10_000),
    closed: () => until(async () => closed, 'closed', 10_000),
    pongs: async () => {
      received = Buffer.alloc(0)
      socket.write(Buffer.from([0xc0, 0]))
      await until(async () => received.equals(Buffer.from([0xd0, 0])), 'PINGRESP', 5000)
    },
    end: () => socket.destroy(),
  }
}

const rejections = async (id: string) =>
  (await ask(backend, 'GET', `/rejections?device_id=${id}`)).body.items
const stored = () => metric(backend, 'bakwacht_readings_stored_total')

describe('a packet', () => {
  test('of 256 kB is taken', async () => {
    const before = await stored()
    const device = await session('fits')
    device.write(publishPacket('fits', 256 * KB))
    await device.acknowledged()
    device.end()
    expect(await stored()).toBe(before + 1)
    expect(await rejections('fits')).toEqual([])
  })

  test.for([256 * KB + 1, 1024 * KB])(
    'of %i bytes is read, discarded, acknowledged and logged, and the connection lives',
    async (bytes) => {
      const before = await stored()
      const id = `big-${bytes}`
      const device = await session(id)
      device.write(publishPacket(id, bytes))
      await device.acknowledged()
      await device.pongs()
      device.end()
      expect(await stored()).toBe(before)
      expect(await rejections(id)).toMatchObject([{ code: 'too_large', item: null }])
    },
  )

  test('of more than 1 MB ends the connection, and nobody else’s', async () => {
    const bystander = await session('bystander')
    const device = await session('huge')
    device.write(publishPacket('huge', 1024 * KB + 1))
    await device.closed()
    await bystander.pongs()
    bystander.end()
  })

  test('that is no MQTT ends the connection, and the next one is served', async () => {
    for (const garbage of [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.from([0x32, 0xff, 0xff, 0xff, 0xff, 0x7f]),
      Buffer.from([0xf0, 0]),
      Buffer.from([0x32, 3, 0, 200, 65]),
    ]) {
      const device = await session('babbler')
      device.write(garbage)
      await device.closed()
    }
    const device = await session('babbler')
    await device.pongs()
    device.end()
  })
})
