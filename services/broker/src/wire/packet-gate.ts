// Stands between a socket and aedes, which has no limit of its own (it would take a packet of
// 256 MiB) and lets packet id 0 through. Reads fixed headers only; ordinary bytes pass uncopied.
import type { Duplex } from 'node:stream'
import { MAX_DISCARD_BYTES, MAX_PACKET_BYTES } from '@bakwacht/firmware-contracts'
import { OversizePublish } from './oversize-publish.ts'
import type { OversizeSeal } from './oversize-seal.ts'

/** What a peer sent breaks MQTT or a limit: the connection ends. */
export class ProtocolFault extends Error {
  readonly code = 'PROTOCOL_FAULT'
}

const PUBLISH = 3
const SUBSCRIBE = 8
const UNSUBSCRIBE = 10
const INCOMPLETE = -1

export class PacketGate {
  readonly #seal: OversizeSeal
  /** The beginning of a fixed header whose end has not come yet. */
  #held = Buffer.alloc(0)
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
    const chunk = this.#held.length > 0 ? Buffer.concat([this.#held, arrived]) : arrived
    this.#held = Buffer.alloc(0)
    const passed: Buffer[] = []
    let at = 0
    let keptFrom = 0
    const passUpTo = (end: number) => {
      if (end > keptFrom) passed.push(chunk.subarray(keptFrom, end))
    }

    while (at < chunk.length) {
      if (this.#left === 0) {
        const bodyAt = this.#readHeader(chunk, at)
        if (bodyAt === INCOMPLETE) {
          passUpTo(at)
          this.#held = Buffer.from(chunk.subarray(at))
          return together(passed)
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
    const chunk: Buffer | null = read(size)
    if (chunk === null) return null
    try {
      return gate.pass(chunk)
    } catch (error) {
      connection.destroy(error as Error)
      return null
    }
  }
}
