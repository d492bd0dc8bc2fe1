// One device's line to the broker, as firmware-contracts asks of a device: QoS 1, a persistent
// session, a last will, every message again until its PUBACK, patience that doubles up to 5 min.
// Invariant: a message leaves memory only when acknowledged, or when the device dies.
import {
  configTopic,
  deviceConfig,
  encodeCbor,
  encodeJson,
  statusTopic,
  telemetryTopic,
  type WireConfig,
  type WireStatus,
} from '@bakwacht/firmware-contracts'
import mqtt, { type MqttClient } from 'mqtt'
import type { Random } from '../world/random.ts'
import { backOffMs } from './back-off.ts'
import type { Emission } from './emission.ts'
import { Outbox, type Outgoing, readingsOf } from './outbox.ts'
import type { Tally } from './tally.ts'

export const FIRMWARE = 'sim-1.0'

export interface Line {
  readonly brokerUrl: string
  readonly format: 'json' | 'cbor'
  /** Readings a message holds when nothing went wrong; one by default. */
  readonly batch: number
  /** Messages on their way at a time. */
  readonly window: number
  readonly longestBackOffMs: number
  readonly tally: Tally
}

export interface ConnectionOptions {
  readonly line: Line
  readonly deviceId: string
  /** Undefined: without credentials, the client id names the device. */
  readonly secret: string | undefined
  readonly random: Random
  readonly onConfig: (config: WireConfig) => void
}

export class DeviceConnection {
  readonly #options: ConnectionOptions
  readonly #outbox: Outbox
  #inFlight = 0
  #client: MqttClient | undefined
  #state: 'new' | 'online' | 'offline' | 'ended' = 'new'
  #dying = false
  #failures = 0
  #configRev: number | undefined
  #onDrained: (() => void)[] = []

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#outbox = new Outbox(options.line)
  }

  /**
   * Resolves when the broker has let the device in and answered its config subscription.
   * @throws BrokerRefused when it will not have it, or could not be reached for so long
   */
  async connect(giveUpAfterMs: number): Promise<void> {
    const client = this.#dial()
    this.#client = client
    const { deviceId, line } = this.#options
    let trouble: Error | undefined
    let giveUp: NodeJS.Timeout | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        giveUp = setTimeout(() => reject(trouble ?? new Error('no answer')), giveUpAfterMs)
        client.on('error', (error) => {
          trouble = error
          // A CONNACK that says no; anything else may pass.
          if ('code' in error && typeof error.code === 'number') reject(error)
        })
        client.once('connect', () => resolve())
      })
      await client.subscribeAsync(configTopic(deviceId), { qos: 1 })
    } catch (cause) {
      this.#end()
      await client.endAsync(true)
      throw new BrokerRefused(deviceId, line.brokerUrl, cause)
    } finally {
      clearTimeout(giveUp)
    }
  }

  /** Takes over what a device has to say; it goes out in this order. */
  send(emission: Emission): void {
    if (this.#dying || this.#state === 'ended') return
    switch (emission.kind) {
      case 'reading':
      case 'backfill':
      case 'raw':
        this.#outbox.add(emission)
        this.#pump()
        break
      case 'restart':
        this.#client?.stream.destroy()
        break
      case 'death':
        // What it had to say it said in its lifetime, however fast time runs here.
        this.#dying = true
        void this.drained().then(() => this.stop())
        break
    }
  }

  /** Resolves when everything handed over is acknowledged, or the device is dead. */
  drained(): Promise<void> {
    this.#outbox.closeBatch()
    this.#pump()
    if (this.#unacknowledged === 0) return Promise.resolve()
    return new Promise((resolve) => this.#onDrained.push(resolve))
  }

  /** Vanishes as devices do: the broker says the last will. What is not acknowledged is given up. */
  async stop(): Promise<void> {
    if (this.#state === 'ended') return
    this.#end()
    await this.#client?.endAsync(true)
  }

  get #unacknowledged(): number {
    return this.#outbox.size + this.#inFlight
  }

  #dial(): MqttClient {
    const { line, deviceId, secret } = this.#options
    const client = mqtt.connect(line.brokerUrl, {
      clientId: deviceId,
      ...(secret === undefined ? {} : { username: deviceId, password: secret }),
      clean: false,
      protocolVersion: 4,
      keepalive: 60,
      reconnectPeriod: this.#patienceMs(),
      reconnectOnConnackError: true,
      will: {
        topic: statusTopic(deviceId),
        payload: Buffer.from(encodeJson({ online: false } satisfies WireStatus)),
        qos: 1,
        retain: true,
      },
    })
    client.on('connect', () => this.#connected(client))
    client.on('close', () => {
      if (this.#state === 'online') this.#state = 'offline'
    })
    client.on('reconnect', () => {
      this.#failures++
      client.options.reconnectPeriod = this.#patienceMs()
    })
    client.on('message', (topic, payload) => this.#told(topic, payload))
    client.on('error', () => {}) // Tried again, with back-off.
    return client
  }

  #connected(client: MqttClient): void {
    if (this.#state === 'ended') return
    if (this.#state === 'offline') {
      this.#options.line.tally.reconnected()
      this.#outbox.intoArrays()
    }
    this.#state = 'online'
    this.#failures = 0
    client.options.reconnectPeriod = this.#patienceMs()
    void this.#say(this.#status())
    this.#pump()
  }

  #patienceMs(): number {
    const { random, line } = this.#options
    return backOffMs(this.#failures, random, line.longestBackOffMs)
  }

  #told(topic: string, payload: Buffer): void {
    if (topic !== configTopic(this.#options.deviceId)) return
    const config = deviceConfig.safeParse(parsed(payload))
    if (!config.success || config.data.rev === this.#configRev) return
    this.#configRev = config.data.rev
    this.#options.onConfig(config.data)
    void this.#say(this.#status())
  }

  #status(): WireStatus {
    const rev = this.#configRev
    return { online: true, fw: FIRMWARE, ...(rev === undefined ? {} : { config_rev: rev }) }
  }

  async #say(status: WireStatus): Promise<void> {
    const topic = statusTopic(this.#options.deviceId)
    const bytes = Buffer.from(encodeJson(status))
    // When the connection breaks meanwhile, the last will speaks instead.
    await this.#client?.publishAsync(topic, bytes, { qos: 1, retain: true }).catch(() => {})
  }

  #pump(): void {
    const client = this.#client
    const { window, tally } = this.#options.line
    while (client !== undefined && this.#state === 'online' && this.#inFlight < window) {
      const outgoing = this.#outbox.take()
      if (outgoing === undefined) return
      this.#inFlight++
      tally.sent(readingsOf(outgoing).length)
      const topic = telemetryTopic(this.#options.deviceId)
      client.publish(topic, this.#bytes(outgoing), { qos: 1 }, (error) =>
        error ? this.#again(outgoing) : this.#acknowledged(),
      )
    }
  }

  #bytes(outgoing: Outgoing): Buffer {
    const encode = this.#options.line.format === 'cbor' ? encodeCbor : encodeJson
    switch (outgoing.kind) {
      case 'reading':
        return buffer(encode(outgoing.reading))
      case 'backfill':
        return buffer(encode(outgoing.readings))
      case 'raw':
        return buffer(outgoing.bytes)
    }
  }

  /** The connection broke before mqtt.js had taken the message over. */
  #again(outgoing: Outgoing): void {
    if (this.#state === 'ended') return
    this.#inFlight--
    this.#options.line.tally.unsent(readingsOf(outgoing).length)
    this.#outbox.putBack(outgoing)
    this.#pump()
  }

  #acknowledged(): void {
    if (this.#state === 'ended') return
    this.#inFlight--
    this.#options.line.tally.acked()
    this.#pump()
    if (this.#unacknowledged === 0) this.#tellDrained()
  }

  #end(): void {
    this.#state = 'ended'
    this.#options.line.tally.left(this.#unacknowledged)
    this.#outbox.clear()
    this.#inFlight = 0
    this.#tellDrained()
  }

  #tellDrained(): void {
    const resume = this.#onDrained
    this.#onDrained = []
    for (const done of resume) done()
  }
}

export class BrokerRefused extends Error {
  readonly code = 'BROKER_REFUSED'

  constructor(deviceId: string, brokerUrl: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message || String(cause) : String(cause)
    super(`${deviceId} could not sign in at ${brokerUrl}: ${reason}`, { cause })
  }
}

const buffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString())
  } catch {
    return undefined
  }
}
