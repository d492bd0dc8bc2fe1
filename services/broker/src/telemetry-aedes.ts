// aedes, with one difference: what a client publishes goes no further than its acknowledgement
// unless it was allowed to. Telemetry has no subscribers, so it pays for no fan-out.
import { Aedes, type Client, type PublishPacket } from 'aedes'

type Done = (error?: Error) => void

export class TelemetryAedes extends Aedes {
  readonly #allowed = new WeakSet<PublishPacket>()

  forward(packet: PublishPacket): void {
    this.#allowed.add(packet)
  }

  /** aedes calls itself with the publishing client in the middle; its types show two arguments only. */
  override publish(packet: PublishPacket, clientOrDone: Client | Done | null, done?: Done): void {
    const fromClient = typeof clientOrDone === 'object' && clientOrDone !== null
    if (fromClient && !this.#allowed.has(packet)) done?.()
    else Reflect.apply(super.publish, this, [packet, clientOrDone, done])
  }
}
