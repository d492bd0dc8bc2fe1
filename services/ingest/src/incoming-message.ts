// What happens to a message from the external broker before it is acknowledged.
import { type Acceptance, decodeStatus } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { MAX_PACKET_BYTES, parseTopic, type Reason } from '@bakwacht/firmware-contracts'
import type { IPublishPacket } from 'mqtt'
import type { IngestCounts } from './ingest-counts.ts'

interface IncomingDependencies {
  readonly acceptance: Acceptance
  readonly onStatus: (deviceId: string, status: DeviceStatus) => void
  readonly clock: () => number
  readonly counts: IngestCounts
}

interface Message {
  readonly topic: string
  readonly deviceId: string
  readonly payload: Buffer
  readonly receivedAt: number
}

/** The returned function resolves when the message may be acknowledged, and rejects when it could not be stored. */
export function createIncomingMessage(dependencies: IncomingDependencies) {
  const { acceptance, onStatus, clock, counts } = dependencies

  return async function incoming(packet: IPublishPacket): Promise<void> {
    counts.received++
    if (packet.dup) counts.redelivered++
    const parsed = parseTopic(packet.topic)
    if (parsed === undefined || parsed.kind === 'event' || parsed.kind === 'config') {
      counts.dropped++
      return
    }
    const { topic } = packet
    const message = {
      topic,
      deviceId: parsed.deviceId,
      payload: Buffer.from(packet.payload),
      receivedAt: clock(),
    }
    await (parsed.kind === 'status' ? status(message) : telemetry(message, packet.retain))
  }

  async function telemetry(message: Message, retained: boolean): Promise<void> {
    // A retained reading comes with every subscription: it is history, not news.
    if (retained) counts.ignoredRetained++
    else if (message.payload.length > MAX_PACKET_BYTES) await discard(message)
    else await acceptance.accept(message)
  }

  async function status(message: Message): Promise<void> {
    counts.statuses++
    const decoded = decodeStatus(message.payload, message.receivedAt)
    if (decoded.kind === 'status') onStatus(message.deviceId, decoded.status)
    // An empty one only clears what was retained.
    else if (message.payload.length > 0) await refuse(message, decoded.reason)
  }

  async function discard(message: Message): Promise<void> {
    counts.discarded++
    await refuse(message, {
      code: 'too_large',
      message: `got a payload of ${message.payload.length} bytes, wanted a packet of at most ${MAX_PACKET_BYTES}`,
    })
  }

  function refuse(message: Message, reason: Reason<string>): Promise<void> {
    return acceptance.refuse({ ...message, reason, payloadBytes: message.payload.length })
  }
}
