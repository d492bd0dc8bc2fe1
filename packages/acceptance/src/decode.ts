// The one bridge from the wire to the domain: bytes in, plausible readings with their time out.
import {
  parseTelemetry,
  type RejectedItem,
  type RejectedMessage,
  type WireReading,
} from '@bakwacht/firmware-contracts'
import type { ReadingToCommit } from '@bakwacht/telemetry'
import { contentHash } from './content-hash.ts'
import { observedTime } from './observed-time.ts'
import { plausible } from './plausibility.ts'

export interface DecodedReading extends ReadingToCommit {
  readonly kind: 'reading'
  /** Place in the array; 0 for a message that is one reading. */
  readonly index: number
}

export type Decoded =
  | {
      readonly kind: 'message'
      readonly items: readonly (DecodedReading | RejectedItem)[]
      readonly unknownKeys: number
    }
  | RejectedMessage

/**
 * What a payload of this device would be stored as, without storing it. Never throws.
 * @param receivedAt UTC ms
 */
export function decode(payload: Uint8Array, deviceId: string, receivedAt: number): Decoded {
  const parsed = parseTelemetry(payload)
  if (parsed.kind === 'rejected') return parsed
  return {
    kind: 'message',
    items: parsed.items.map((item) =>
      item.kind === 'rejected'
        ? item
        : decodeReading(item.reading, item.index, deviceId, receivedAt),
    ),
    unknownKeys: parsed.unknownKeys,
  }
}

function decodeReading(
  wire: WireReading,
  index: number,
  deviceId: string,
  receivedAt: number,
): DecodedReading {
  const time = observedTime(wire.ts, receivedAt)
  const measured = plausible(wire)
  return {
    kind: 'reading',
    index,
    reading: {
      ...measured,
      deviceId,
      observedAt: time.observedAt,
      receivedAt,
      seq: wire.seq ?? null,
      flags: measured.flags | time.flags,
    },
    stampedByServer: time.stampedByServer,
    contentHash: contentHash(wire, time.refusedMs),
  }
}
