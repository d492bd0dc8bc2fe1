// What happens to a PUBLISH before it is acknowledged: telemetry is on disk when `done` is called.
// Everything else is a device's status, or is dropped (and acknowledged all the same).
import { type Acceptance, decodeStatus } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { MAX_PACKET_BYTES, type Reason } from '@bakwacht/firmware-contracts'
import type { PublishPacket } from 'aedes'
import type { BrokerCounts } from './counts.ts'
import type { Principal } from './session/principal.ts'
import type { Oversize, OversizeSeal } from './wire/oversize-seal.ts'
import { ProtocolFault } from './wire/packet-gate.ts'
import { isWellFormed } from './wire/well-formed.ts'

interface IncomingDependencies {
  readonly acceptance: Acceptance
  readonly seal: OversizeSeal
  readonly counts: BrokerCounts
  readonly clock: () => number
  readonly onStatus: (deviceId: string, status: DeviceStatus) => void
  /** Lets aedes hand the packet on to subscribers. */
  readonly forward: (packet: PublishPacket) => void
}

/** An error ends the connection without an acknowledgement: the device will send again. */
type Done = (error?: Error | null) => void

const NO_PAYLOAD = Buffer.alloc(0)

export function createIncomingPublish(dependencies: IncomingDependencies) {
  const { acceptance, seal, counts, clock, onStatus, forward } = dependencies

  return function incoming(principal: Principal, packet: PublishPacket, done: Done) {
    // MQTT-2.3.1-1
    if (packet.qos > 0 && packet.messageId === 0) return done(new ProtocolFault('got packet id 0'))
    const payload = bytesOf(packet.payload)
    const oversize = seal.open(payload)
    if (oversize !== undefined) return discard(principal, packet, oversize, done)
    if (principal.kind === 'device') {
      if (packet.topic === principal.telemetry)
        return telemetry(principal.deviceId, packet, payload, done)
      if (packet.topic === principal.status)
        return status(principal.deviceId, packet, payload, done)
    }
    return drop(packet, done)
  }

  function telemetry(deviceId: string, packet: PublishPacket, payload: Buffer, done: Done) {
    acceptance.accept({ topic: packet.topic, deviceId, payload, receivedAt: clock() }).then(
      () => {
        // With QoS 2 aedes keeps the packet until PUBREL; it needs no payload for that.
        packet.payload = NO_PAYLOAD
        done()
      },
      (error) => notStored(error, done),
    )
  }

  function status(deviceId: string, packet: PublishPacket, payload: Buffer, done: Done) {
    const decoded = decodeStatus(payload, clock())
    const clearsRetained = payload.length === 0 && packet.retain
    if (decoded.kind === 'rejected' && !clearsRetained)
      return refuse(packet, deviceId, decoded.reason, payload, payload.length, done)
    if (decoded.kind === 'status') onStatus(deviceId, decoded.status)
    counts.statuses++
    forward(packet)
    done()
  }

  function discard(principal: Principal, packet: PublishPacket, what: Oversize, done: Done) {
    counts.discarded++
    const deviceId = principal.kind === 'device' ? principal.deviceId : null
    const message = `got a payload of ${what.payloadBytes} bytes, wanted a packet of at most ${MAX_PACKET_BYTES}`
    packet.payload = NO_PAYLOAD
    refuse(packet, deviceId, { code: 'too_large', message }, what.head, what.payloadBytes, done)
  }

  function refuse(
    packet: PublishPacket,
    deviceId: string | null,
    reason: Reason<string>,
    payload: Buffer,
    payloadBytes: number,
    done: Done,
  ) {
    const { topic } = packet
    acceptance.refuse({ topic, deviceId, receivedAt: clock(), reason, payload, payloadBytes }).then(
      () => done(),
      (error) => notStored(error, done),
    )
  }

  function drop(packet: PublishPacket, done: Done) {
    if (!isWellFormed(packet.topic)) return done(new ProtocolFault('topic is ill-formed'))
    counts.dropped++
    packet.payload = NO_PAYLOAD
    done()
  }

  function notStored(error: unknown, done: Done) {
    counts.notStored++
    done(error instanceof Error ? error : new Error(String(error)))
  }
}

const bytesOf = (payload: Buffer | string): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload
