// Puts the gate in front of every connection, and opens a device's lane for its telemetry once aedes
// has answered its CONNECT.
import type { Duplex } from 'node:stream'
import type { Acceptance } from '@bakwacht/acceptance'
import type { Client } from 'aedes'
import type { BrokerCounts } from './counts.ts'
import type { Principal } from './session/principal.ts'
import type { OversizeSeal } from './wire/oversize-seal.ts'
import { guardReads, PacketGate } from './wire/packet-gate.ts'
import { TelemetryLane } from './wire/telemetry-lane.ts'

interface LanesDependencies {
  readonly acceptance: Acceptance
  readonly seal: OversizeSeal
  readonly counts: BrokerCounts
  readonly clock: () => number
  readonly principalOf: (client: Client) => Principal | undefined
}

/** aedes restarts this timer with every packet that it sees; it is undefined or null without a keep-alive. */
interface KeptAlive {
  readonly _keepaliveTimer?: NodeJS.Timeout | null
}

export function createLanes({ acceptance, seal, counts, clock, principalOf }: LanesDependencies) {
  const gates = new WeakMap<Duplex, PacketGate>()

  function lane(client: Client, deviceId: string, topic: string): TelemetryLane {
    return new TelemetryLane({
      connection: client.conn,
      topic,
      store(payloads) {
        const receivedAt = clock()
        return acceptance.acceptTogether(
          payloads.map((payload) => ({ topic, deviceId, payload, receivedAt })),
        )
      },
      onAlive: () => (client as KeptAlive)._keepaliveTimer?.refresh(),
      onNotStored(error, packets) {
        counts.notStored += packets
        // As aedes does when a publish is refused: the connection ends, and the device sends again.
        if (!client.closed) client.emit('error', error)
      },
    })
  }

  return {
    guard(connection: Duplex): void {
      const gate = new PacketGate(seal)
      gates.set(connection, gate)
      guardReads(connection, gate)
    },

    open(client: Client): void {
      const principal = principalOf(client)
      if (principal?.kind !== 'device') return
      const gate = gates.get(client.conn)
      if (gate !== undefined) gate.lane = lane(client, principal.deviceId, principal.telemetry)
    },
  }
}
