// Swallows the body of one PUBLISH that is too large, and keeps what its replacement needs.
import type { OversizeSeal } from './oversize-seal.ts'

const KEPT_PAYLOAD_BYTES = 1024

export class OversizePublish {
  readonly #firstByte: number
  readonly #bodyBytes: number
  #head = Buffer.alloc(0)

  constructor(firstByte: number, bodyBytes: number) {
    this.#firstByte = firstByte
    this.#bodyBytes = bodyBytes
  }

  take(part: Buffer): void {
    // The first two bytes tell how many more to keep.
    const lengthBytes = part.subarray(0, Math.max(0, 2 - this.#head.length))
    this.#head = Buffer.concat([this.#head, lengthBytes])
    const missing = this.#variableHeaderBytes() + KEPT_PAYLOAD_BYTES - this.#head.length
    const rest = part.subarray(lengthBytes.length)
    if (missing > 0) this.#head = Buffer.concat([this.#head, rest.subarray(0, missing)])
  }

  /** The packet that aedes gets in its place. */
  replacement(seal: OversizeSeal): Buffer {
    const headerBytes = this.#variableHeaderBytes()
    const body = Buffer.concat([
      this.#head.subarray(0, headerBytes),
      seal.seal({
        payloadBytes: Math.max(0, this.#bodyBytes - headerBytes),
        head: this.#head.subarray(headerBytes),
      }),
    ])
    return Buffer.concat([Buffer.from([this.#firstByte, ...encodeLength(body.length)]), body])
  }

  /** Topic with its length, and the packet id where QoS asks for one (MQTT 3.1.1, 3.3.2). */
  #variableHeaderBytes(): number {
    if (this.#head.length < 2) return 2
    const hasPacketId = (this.#firstByte & 0x06) !== 0
    return 2 + this.#head.readUInt16BE(0) + (hasPacketId ? 2 : 0)
  }
}

/** MQTT 3.1.1, 2.2.3: seven bits a byte, least significant first. */
function encodeLength(length: number): number[] {
  const bytes: number[] = []
  let rest = length
  do {
    const digit = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? digit | 0x80 : digit)
  } while (rest > 0)
  return bytes
}
