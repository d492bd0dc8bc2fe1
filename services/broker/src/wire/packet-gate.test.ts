import { MAX_DISCARD_BYTES, MAX_PACKET_BYTES } from '@bakwacht/firmware-contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { field, rawPacket, rawPublish } from '../broker.fixture.ts'
import { OversizeSeal } from './oversize-seal.ts'
import { PacketGate, ProtocolFault } from './packet-gate.ts'

const seal = new OversizeSeal()
const TOPIC = 'bakwacht/v1/devices/dev-1/telemetry'

function passInChunks(stream: Buffer, cuts: readonly number[]): Buffer {
  const gate = new PacketGate(seal)
  const ends = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].sort((a, b) => a - b)
  const passed: Buffer[] = []
  let from = 0
  for (const end of [...ends, stream.length]) {
    passed.push(gate.pass(stream.subarray(from, end)) ?? Buffer.alloc(0))
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
