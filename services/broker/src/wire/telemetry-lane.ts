// The short way of a device's telemetry: what its broker would say of each packet (topic allowed, to be
// stored, no subscribers) is the same for all, so whole QoS 1 packets on the device's own topic go
// from the socket to acceptance and are acknowledged here. Everything else is aedes'.
import type { Duplex } from 'node:stream'

export interface LaneDependencies {
  readonly connection: Duplex
  /** The one topic that this lane takes. */
  readonly topic: string
  /** Resolves when all may be acknowledged; rejects when none may. */
  readonly store: (payloads: readonly Buffer[]) => Promise<unknown>
  /** A packet came: the client is alive. */
  readonly onAlive: () => void
  readonly onNotStored: (error: unknown, packets: number) => void
}

/** Packets that came in one read. */
interface Batch {
  readonly packetIds: number[]
  readonly payloads: Buffer[]
  bytes: number
  stored: boolean
}

/** Payloads of one connection that may wait for their commit before no more is read from it. */
const MOST_WAITING_BYTES = 64 * 1024

export class TelemetryLane {
  readonly #dependencies: LaneDependencies
  readonly #topic: Buffer
  /** In the order in which they came: so they are acknowledged (MQTT-4.6.0-2). */
  readonly #waiting: Batch[] = []
  #waitingBytes = 0
  #arriving: Batch | undefined
  #acknowledging = false
  #ended = false

  constructor(dependencies: LaneDependencies) {
    this.#dependencies = dependencies
    const topic = Buffer.from(dependencies.topic)
    this.#topic = Buffer.concat([Buffer.from([topic.length >> 8, topic.length & 0xff]), topic])
    dependencies.connection.on('drain', () => this.#readOn())
  }

  /** What came must be settled, or what was said be taken, before more is read. */
  get isFull(): boolean {
    return (
      this.#waitingBytes >= MOST_WAITING_BYTES || this.#dependencies.connection.writableNeedDrain
    )
  }

  /**
   * `chunk` from `start` to `end` is the whole body of a QoS 1 PUBLISH, from its topic on.
   * @returns whether it was taken
   */
  take(chunk: Buffer, start: number, end: number): boolean {
    const idAt = start + this.#topic.length
    if (end < idAt + 2 || chunk.compare(this.#topic, 0, this.#topic.length, start, idAt) !== 0)
      return false
    const packetId = chunk.readUInt16BE(idAt)
    // MQTT-2.3.1-1: whoever gets it ends the connection.
    if (packetId === 0) return false
    this.#arriving ??= { packetIds: [], payloads: [], bytes: 0, stored: false }
    this.#arriving.packetIds.push(packetId)
    this.#arriving.payloads.push(chunk.subarray(idAt + 2, end))
    this.#arriving.bytes += end - start
    return true
  }

  /** Called after each read: what it brought is one call to the store. */
  storeArrived(): void {
    const batch = this.#arriving
    if (batch === undefined) return
    this.#arriving = undefined
    this.#waiting.push(batch)
    this.#waitingBytes += batch.bytes
    const { onAlive, onNotStored, store } = this.#dependencies
    onAlive()
    store(batch.payloads.splice(0)).then(
      () => {
        batch.stored = true
        this.#acknowledgeSoon()
      },
      (error) => {
        this.#ended = true
        onNotStored(error, batch.packetIds.length)
      },
    )
  }

  /** When all that was stored together has said so: one write for them. */
  #acknowledgeSoon(): void {
    if (this.#acknowledging) return
    this.#acknowledging = true
    process.nextTick(() => {
      this.#acknowledging = false
      this.#acknowledge()
    })
  }

  #acknowledge(): void {
    const packetIds: number[] = []
    const wasFull = this.isFull
    while (this.#waiting[0]?.stored) {
      const batch = this.#waiting.shift()
      this.#waitingBytes -= batch?.bytes ?? 0
      packetIds.push(...(batch?.packetIds ?? []))
    }
    const { connection } = this.#dependencies
    if (packetIds.length === 0 || this.#ended || connection.destroyed) return
    connection.write(pubacks(packetIds))
    if (wasFull) this.#readOn()
  }

  #readOn(): void {
    if (!this.isFull) this.#dependencies.connection.emit('readable')
  }
}

function pubacks(packetIds: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * packetIds.length)
  let at = 0
  for (const id of packetIds) {
    bytes[at++] = 0x40
    bytes[at++] = 2
    bytes[at++] = id >> 8
    bytes[at++] = id & 0xff
  }
  return bytes
}
