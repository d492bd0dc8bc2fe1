// Stands between a socket and aedes, which has no limit of its own (it would take a packet of
// 256 MiB) and lets packet id 0 through. Reads fixed headers only; ordinary bytes pass uncopied.
import type { Duplex } from 'node:stream'
import { MAX_DISCARD_BYTES, MAX_PACKET_BYTES } from '@bakwacht/firmware-contracts'
import { OversizePublish } from './oversize-publish.ts'
import type { OversizeSeal } from './oversize-seal.ts'
import type { TelemetryLane } from './telemetry-lane.ts'

/** What a peer sent breaks MQTT or a limit: the connection ends. */
export class ProtocolFault extends Error {
  readonly code = 'PROTOCOL_FAULT'
}

const PUBLISH = 3
const SUBSCRIBE = 8
const UNSUBSCRIBE = 10
const INCOMPLETE = -1
const KIND_AND_QOS = 0xf6
const PUBLISH_QOS_1 = 0x32

export class PacketGate {
  /** Where telemetry goes, past aedes, once there is one. */
  lane: TelemetryLane | undefined
  readonly #seal: OversizeSeal
  /** The beginning of a packet of which more must come before anybody sees it. */
  #held: Buffer[] = []
  #missingBytes = 0
  /** Bytes of the current packet's body still to come. */
  #left = 0
  #oversize: OversizePublish | undefined
  /** Set by #readHeader. */
  #bodyBytes = 0

  constructor(seal: OversizeSeal) {
    this.#seal = seal
  }

  /**
   * @returns the bytes that aedes may see, or null for none
   * @throws ProtocolFault
   */
  pass(arrived: Buffer): Buffer | null {
    const chunk = this.#withHeld(arrived)
    if (chunk === null) return null
    const passed: Buffer[] = []
    let at = 0
    let keptFrom = 0
    const passUpTo = (end: number) => {
      if (end > keptFrom) passed.push(chunk.subarray(keptFrom, end))
    }

    while (at < chunk.length) {
      if (this.#left === 0) {
        const bodyAt = this.#readHeader(chunk, at)
        const bodyEnd = bodyAt + this.#bodyBytes
        const forLane = bodyAt !== INCOMPLETE && this.#isForLane(chunk[at] ?? 0)
        // What is for the lane waits until it is whole: aedes would acknowledge it out of its turn.
        if (bodyAt === INCOMPLETE || (forLane && bodyEnd > chunk.length)) {
          passUpTo(at)
          this.#hold(chunk.subarray(at), forLane ? bodyEnd - chunk.length : 1)
          return together(passed)
        }
        if (forLane && this.lane?.take(chunk, bodyAt, bodyEnd)) {
          passUpTo(at)
          at = bodyEnd
          keptFrom = bodyEnd
          continue
        }
        this.#left = this.#bodyBytes
        if (this.#left > MAX_PACKET_BYTES) {
          passUpTo(at)
          this.#oversize = oversizePublish(chunk[at] ?? 0, this.#left)
          keptFrom = bodyAt
        }
        at = bodyAt
      }
      const end = Math.min(chunk.length, at + this.#left)
      this.#left -= end - at
      if (this.#oversize !== undefined) {
        this.#oversize.take(chunk.subarray(at, end))
        keptFrom = end
        if (this.#left === 0) {
          passed.push(this.#oversize.replacement(this.#seal))
          this.#oversize = undefined
        }
      }
      at = end
    }
    passUpTo(chunk.length)
    return together(passed)
  }

  /** @returns what was held with what has arrived, or null while that is not enough */
  #withHeld(arrived: Buffer): Buffer | null {
    if (this.#held.length === 0) return arrived
    this.#held.push(arrived)
    this.#missingBytes -= arrived.length
    if (this.#missingBytes > 0) return null
    return Buffer.concat(this.#held.splice(0))
  }

  #hold(begun: Buffer, missingBytes: number): void {
    this.#held.push(begun)
    this.#missingBytes = missingBytes
  }

  #isForLane(firstByte: number): boolean {
    return (
      this.lane !== undefined &&
      (firstByte & KIND_AND_QOS) === PUBLISH_QOS_1 &&
      this.#bodyBytes <= MAX_PACKET_BYTES
    )
  }

  /** @returns where the body begins, with its length in #bodyBytes; or INCOMPLETE */
  #readHeader(chunk: Buffer, start: number): number {
    let length = 0
    for (let place = 0; ; place++) {
      // MQTT 3.1.1, 2.2.3: the length has at most four bytes.
      if (place === 4) throw new ProtocolFault('got a length of 5 bytes, wanted at most 4')
      const byte = chunk[start + 1 + place]
      if (byte === undefined) return INCOMPLETE
      length += (byte & 0x7f) * 128 ** place
      if (byte < 0x80) {
        this.#bodyBytes = length
        return checkPacketId(chunk, start, start + 2 + place)
      }
    }
  }
}

/** MQTT-2.3.1-1: SUBSCRIBE and UNSUBSCRIBE must have a packet id other than 0. */
function checkPacketId(chunk: Buffer, start: number, bodyAt: number): number {
  const type = (chunk[start] ?? 0) >> 4
  if (type !== SUBSCRIBE && type !== UNSUBSCRIBE) return bodyAt
  const high = chunk[bodyAt]
  const low = chunk[bodyAt + 1]
  if (high === undefined || low === undefined) return INCOMPLETE
  if (high === 0 && low === 0) throw new ProtocolFault('got packet id 0, wanted another')
  return bodyAt
}

function oversizePublish(firstByte: number, bodyBytes: number): OversizePublish {
  if (bodyBytes > MAX_DISCARD_BYTES || firstByte >> 4 !== PUBLISH)
    throw new ProtocolFault(`got a packet of ${bodyBytes} bytes, wanted ${MAX_PACKET_BYTES}`)
  return new OversizePublish(firstByte, bodyBytes)
}

const together = (parts: readonly Buffer[]): Buffer | null =>
  parts.length > 1 ? Buffer.concat(parts) : (parts[0] ?? null)

/**
 * Puts the gate in front of whoever reads from the connection. A Transform in between would copy
 * each chunk through two more streams; aedes only ever calls `read`.
 */
export function guardReads(connection: Duplex, gate: PacketGate): void {
  const read = connection.read.bind(connection)
  connection.read = (size?: number) => {
    if (gate.lane?.isFull) return null
    const chunk: Buffer | null = read(size)
    if (chunk === null) return null
    try {
      return gate.pass(chunk)
    } catch (error) {
      connection.destroy(error as Error)
      return null
    } finally {
      gate.lane?.storeArrived()
    }
  }
}
