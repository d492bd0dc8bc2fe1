import { PassThrough } from 'node:stream'
import { MAX_DISCARD_BYTES, MAX_PACKET_BYTES } from '@bakwacht/firmware-contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { field, rawPacket, rawPublish } from '../broker.fixture.ts'
import { OversizeSeal } from './oversize-seal.ts'
import { PacketGate, ProtocolFault } from './packet-gate.ts'
import { TelemetryLane } from './telemetry-lane.ts'

const seal = new OversizeSeal()
const TOPIC = 'bakwacht/v1/devices/dev-1/telemetry'

function passInChunks(stream: Buffer, cuts: readonly number[], lane?: TelemetryLane): Buffer {
  const gate = new PacketGate(seal)
  gate.lane = lane
  const ends = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].sort((a, b) => a - b)
  const passed: Buffer[] = []
  let from = 0
  for (const end of [...ends, stream.length]) {
    passed.push(gate.pass(stream.subarray(from, end)) ?? Buffer.alloc(0))
    lane?.storeArrived()
    from = end
  }
  return Buffer.concat(passed)
}

test('ordinary packets pass as they are, however they are cut into chunks', () => {
  const packet = fc.oneof(
    fc.constant(Buffer.from([0xc0, 0])),
    fc.uint8Array({ maxLength: 300 }).map((payload) => rawPublish(TOPIC, 7, payload)),
    fc.constant(
      rawPacket(0x82, Buffer.concat([Buffer.from([0, 9]), field('a/b'), Buffer.from([1])])),
    ),
  )
  fc.assert(
    fc.property(fc.array(packet), fc.array(fc.nat()), (packets, cuts) => {
      const stream = Buffer.concat(packets)
      expect(passInChunks(stream, cuts).equals(stream)).toBe(true)
    }),
  )
})

test('a chunk of whole packets is not copied', () => {
  const chunk = Buffer.concat([rawPublish(TOPIC, 1, 'a'), rawPublish(TOPIC, 2, 'b')])
  const passed = new PacketGate(seal).pass(chunk)
  expect(passed?.buffer).toBe(chunk.buffer)
})

describe('with a lane', () => {
  const OTHER = 'bakwacht/v1/devices/dev-1/status'

  /** A lane that only writes down what it is given. */
  function listeningLane() {
    const stored: string[] = []
    const lane = new TelemetryLane({
      connection: new PassThrough(),
      topic: TOPIC,
      store: async (payloads) => void stored.push(...payloads.map(String)),
      onAlive() {},
      onNotStored() {},
    })
    return { lane, stored }
  }

  test('telemetry of QoS 1 goes that way, whole and in order, and all else passes as it is', () => {
    const packet = fc.oneof(
      fc.record({ kind: fc.constant('lane' as const), text: fc.string({ maxLength: 300 }) }),
      fc.record({ kind: fc.constant('status' as const), text: fc.string({ maxLength: 300 }) }),
      fc.record({ kind: fc.constant('qos0' as const), text: fc.string({ maxLength: 300 }) }),
      fc.record({ kind: fc.constant('ping' as const), text: fc.constant('') }),
    )
    const bytesOf = ({
      kind,
      text,
    }: {
      kind: 'lane' | 'status' | 'qos0' | 'ping'
      text: string
    }) => {
      if (kind === 'ping') return Buffer.from([0xc0, 0])
      if (kind === 'qos0') return rawPacket(0x30, Buffer.concat([field(TOPIC), Buffer.from(text)]))
      return rawPublish(kind === 'lane' ? TOPIC : OTHER, 7, text)
    }
    fc.assert(
      fc.property(fc.array(packet), fc.array(fc.nat()), (packets, cuts) => {
        const { lane, stored } = listeningLane()
        const passed = passInChunks(Buffer.concat(packets.map(bytesOf)), cuts, lane)
        const others = packets.filter(({ kind }) => kind !== 'lane').map(bytesOf)
        expect(passed.equals(Buffer.concat(others))).toBe(true)
        expect(stored).toEqual(packets.filter(({ kind }) => kind === 'lane').map((p) => p.text))
      }),
    )
  })

  test('packet id 0, a longer topic and a publish of more than 256 kB are left to others', () => {
    const { lane, stored } = listeningLane()
    const others = Buffer.concat([rawPublish(TOPIC, 0, 'x'), rawPublish(`${TOPIC}2`, 1, 'x')])
    expect(passInChunks(others, [9, 70], lane).equals(others)).toBe(true)
    const large = passInChunks(rawPublish(TOPIC, 2, Buffer.alloc(300_000)), [100_000], lane)
    expect(large.length).toBeLessThan(2000)
    expect(stored).toEqual([])
  })
})

describe('a publish of more than 256 kB', () => {
  test('is replaced by a small one with its topic, its id and a note, between its neighbours', () => {
    const before = rawPublish(TOPIC, 1, 'before')
    const after = rawPublish(TOPIC, 3, 'after')
    const payload = Buffer.alloc(300_000, 'x')
    const stream = Buffer.concat([before, rawPublish(TOPIC, 2, payload), after])
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 5 }), (cuts) => {
        const passed = passInChunks(stream, cuts)
        expect(passed.subarray(0, before.length)).toEqual(before)
        expect(passed.subarray(-after.length)).toEqual(after)
        const replacement = passed.subarray(before.length, -after.length)
        const note = replacement.subarray(replacement.indexOf(TOPIC) + TOPIC.length + 2)
        expect(replacement.subarray(-note.length - 2, -note.length)).toEqual(Buffer.from([0, 2]))
        expect(seal.open(note)).toEqual({ payloadBytes: 300_000, head: payload.subarray(0, 1024) })
      }),
      { numRuns: 30 },
    )
  })

  test('cannot be claimed by a device that does not know the seal', () => {
    expect(seal.open(new OversizeSeal().seal({ payloadBytes: 1, head: Buffer.alloc(0) }))).toBe(
      undefined,
    )
    expect(seal.open(Buffer.alloc(100))).toBeUndefined()
  })
})

describe('the connection ends', () => {
  const faults: readonly [string, Buffer][] = [
    ['beyond 1 MB', Buffer.from([0x32, ...varint(MAX_DISCARD_BYTES + 1)])],
    [
      'with a large packet that is no publish',
      Buffer.from([0x10, ...varint(MAX_PACKET_BYTES + 1)]),
    ],
    ['with a length of five bytes', Buffer.from([0x32, 0xff, 0xff, 0xff, 0xff])],
    ['with packet id 0 in SUBSCRIBE', rawPacket(0x82, Buffer.from([0, 0, 0, 1, 97, 0]))],
    ['with packet id 0 in UNSUBSCRIBE', rawPacket(0xa2, Buffer.from([0, 0, 0, 1, 97]))],
  ]
  test.each(faults)('%s', (_, bytes) => {
    expect(() => new PacketGate(seal).pass(bytes)).toThrow(ProtocolFault)
    expect(() => passInChunks(bytes, [1, 2, 3])).toThrow(ProtocolFault)
  })
})

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]
}
