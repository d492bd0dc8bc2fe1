// A publish that is too large to keep travels on through aedes as a small one in its place: topic,
// QoS and packet id are its own, so it is acknowledged in its turn; the payload is this note.
// The secret makes the note unforgeable: no device can claim to have been oversize.
import { randomBytes } from 'node:crypto'

export interface Oversize {
  readonly payloadBytes: number
  /** The first bytes of what was said. */
  readonly head: Buffer
}

const SECRET_BYTES = 32
const NOTE_BYTES = SECRET_BYTES + 4

export class OversizeSeal {
  readonly #secret = randomBytes(SECRET_BYTES)

  seal({ payloadBytes, head }: Oversize): Buffer {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(payloadBytes)
    return Buffer.concat([this.#secret, size, head])
  }

  /** @returns what was discarded, or undefined for a payload of the device's own */
  open(payload: Buffer): Oversize | undefined {
    if (payload.length < NOTE_BYTES || payload[0] !== this.#secret[0]) return undefined
    if (!this.#secret.equals(payload.subarray(0, SECRET_BYTES))) return undefined
    return {
      payloadBytes: payload.readUInt32BE(SECRET_BYTES),
      head: payload.subarray(NOTE_BYTES),
    }
  }
}
