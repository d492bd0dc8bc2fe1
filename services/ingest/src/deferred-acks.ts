// Acknowledges what mqtt.js received when we say so, many at once. mqtt.js sends PUBACK in the
// callback of `handleMessage`, and until then hands out no other message; so the callback is called
// at once with an error, which skips the PUBACK, and the PUBACK goes out by hand after the commit.
// That way is private to mqtt.js: its version is pinned and mqtt-contract.test.ts watches it.
import type { IPublishPacket, MqttClient } from 'mqtt'

interface PrivateClient {
  _sendPacket(packet: { cmd: 'puback'; messageId: number; reasonCode: 0 }): void
}

const LATER = new Error('acknowledged after the commit')

export interface DeferredAcks {
  /** How long nothing has been under way and nothing has come; 0 while something is. */
  quietMs(): number
  /** From now on nothing is handed out; the broker sends it again. */
  close(): void
}

/**
 * Must be called in the same tick as `mqtt.connect`: queued messages come right behind CONNACK.
 * @param handle resolves when the message may be acknowledged. When it rejects, the connection
 *   ends, because a broker sends unacknowledged messages again only to a new one.
 * @param onFailure told once for each connection that ends so
 */
export function deferAcks(
  client: MqttClient,
  handle: (packet: IPublishPacket) => Promise<void>,
  onFailure: (error: unknown) => void,
): DeferredAcks {
  let connection = 0
  let pending = 0
  let closed = false
  let lastAt = performance.now()
  const nextConnection = () => {
    connection++
    lastAt = performance.now()
  }
  // Packet ids of a connection that ended mean nothing on the next.
  client.on('close', nextConnection)

  async function settle(packet: IPublishPacket): Promise<void> {
    const receivedOn = connection
    const isCurrent = () => connection === receivedOn && client.connected
    pending++
    try {
      await handle(packet)
      if (packet.qos > 0 && packet.messageId !== undefined && isCurrent())
        acknowledge(client, packet.messageId)
    } catch (error) {
      if (!isCurrent()) return
      nextConnection()
      onFailure(error)
      client.stream.destroy()
    } finally {
      pending--
      lastAt = performance.now()
    }
  }

  client.handleMessage = (packet, done) => {
    if (!closed) void settle(packet)
    done(LATER)
  }

  return {
    quietMs: () => (pending > 0 ? 0 : performance.now() - lastAt),
    close() {
      closed = true
    },
  }
}

function acknowledge(client: MqttClient, messageId: number): void {
  const { _sendPacket } = client as unknown as PrivateClient
  _sendPacket.call(client, { cmd: 'puback', messageId, reasonCode: 0 })
}
