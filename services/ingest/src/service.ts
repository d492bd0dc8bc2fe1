// The door to an external broker: an MQTT 5 client that acknowledges a reading after its commit.
// Several replicas share the work; each has its own session (session-options.ts).
import type { Acceptance, AcceptanceCounters } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { STATUS_FILTER, TELEMETRY_FILTER } from '@bakwacht/firmware-contracts'
import type { Log } from '@bakwacht/runtime'
import mqtt, { type MqttClient } from 'mqtt'
import { type DeferredAcks, deferAcks } from './deferred-acks.ts'
import { createIncomingMessage } from './incoming-message.ts'
import { type IngestCounts, noCounts } from './ingest-counts.ts'
import { sessionOptions, shared } from './session-options.ts'
import { type WordsUnderWay, wordsUnderWay } from './words-under-way.ts'

export interface IngestDependencies {
  /** `mqtt://user:password@host:port`, or mqtts, ws, wss. */
  readonly url: string
  /** Fixed name of this process among those that share the work. */
  readonly replica: string
  readonly acceptance: Acceptance
  readonly onStatus: (deviceId: string, status: DeviceStatus) => void
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}

export interface Ingest {
  /** Resolves when connected and subscribed; from then on it reconnects by itself. */
  start(): Promise<void>
  /** Resolves when the broker has acknowledged it. @throws Error when this was stopped before that */
  publish(
    topic: string,
    payload: string | Uint8Array,
    options: { readonly qos: 0 | 1; readonly retain: boolean },
  ): Promise<void>
  /** Called after each connect but the first: what is retained may have to be said again. */
  onReconnect(listener: () => void): void
  /** And subscribed: what devices say comes here. */
  readonly connected: boolean
  /** Resolves when what the broker had kept for us is stored, or keeps coming for half a minute. */
  caughtUp(): Promise<void>
  /** Finishes what is under way and leaves; the broker keeps the session's messages. */
  stop(): Promise<void>
  /** Takes this replica out for good: unsubscribes, finishes what is still dealt to it, ends its session. */
  retire(): Promise<void>
  readonly counters: Readonly<IngestCounts & AcceptanceCounters>
}

const TELEMETRY = shared(TELEMETRY_FILTER)
const STATUS = shared(STATUS_FILTER)
const SESSION_TAKEN_OVER = 142
/** So long nothing must have come and nothing be under way before we leave. */
const QUIET_TO_STOP_MS = 5
const QUIET_TO_RETIRE_MS = 1000
const QUIET_WHEN_CAUGHT_UP_MS = 200
const DRAIN_WITHIN_MS = 5000
const HEARD_WITHIN_MS = 1000
const CATCH_UP_WITHIN_MS = 30_000

/** Connects nowhere; `start` does. */
export function createIngest(dependencies: IngestDependencies): Ingest {
  const { url, replica, acceptance, onStatus, clock, log } = dependencies
  const counts = noCounts()
  const reconnectListeners: (() => void)[] = []
  let client: MqttClient | undefined
  let acks: DeferredAcks | undefined
  let words: WordsUnderWay | undefined
  let subscribed = false
  const incoming = createIncomingMessage({ acceptance, onStatus, clock, counts })

  function onNotStored(err: unknown): void {
    counts.notStored++
    log.error({ err }, 'telemetry cannot be stored: connecting again, so that it comes again')
  }

  async function start(): Promise<void> {
    const connecting = mqtt.connect(url, sessionOptions(replica))
    acks = deferAcks(connecting, incoming, onNotStored)
    client = connecting
    words = wordsUnderWay(connecting)
    connecting.on('close', () => {
      subscribed = false
    })
    connecting.on('error', (err) => log.warn({ err }, 'external broker: connection error'))
    connecting.on('disconnect', ({ reasonCode }) => {
      if (reasonCode === SESSION_TAKEN_OVER)
        log.error({ replica }, 'another process has this replica’s name: give each its own')
      else log.warn({ reasonCode }, 'external broker: disconnected')
    })
    await new Promise<void>((resolve) => {
      connecting.on('connect', async ({ sessionPresent }) => {
        if (!(await subscribe(connecting))) return
        subscribed = true
        const isFirst = counts.connects++ === 0
        log.info({ sessionPresent, replica }, 'external broker: connected')
        if (isFirst) resolve()
        else for (const listener of reconnectListeners) listener()
      })
    })
  }

  async function subscribe(connected: MqttClient): Promise<boolean> {
    try {
      await connected.subscribeAsync([TELEMETRY, STATUS], { qos: 1 })
      return true
    } catch (err) {
      if (!connected.connected) return false
      log.error({ err }, 'external broker: refused to let us subscribe; asking again')
      // The next connection asks again, a second later: by then we may have the right.
      connected.stream.destroy()
      return false
    }
  }

  /** Until nothing is under way and the broker has sent nothing for a while. @returns whether it came to that */
  const quiet = (quietMs: number, withinMs: number): Promise<boolean> =>
    cameTrue(withinMs + quietMs, () => acks === undefined || acks.quietMs() >= quietMs)

  async function drain(quietMs: number): Promise<void> {
    if (!(await quiet(quietMs, DRAIN_WITHIN_MS)))
      log.warn({}, 'external broker: left before all was finished; it will be sent again')
  }

  /** Without waiting for acknowledgements that nobody will send. */
  async function leave(leaving: MqttClient): Promise<void> {
    await cameTrue(HEARD_WITHIN_MS, () => words?.count === 0 || !leaving.connected)
    await leaving.endAsync(words?.count !== 0)
    words?.giveUp()
  }

  return {
    start,
    async publish(topic, payload, { qos, retain }) {
      if (words === undefined) throw new Error('publish before start')
      await words.say(topic, Buffer.from(payload), { qos, retain })
    },
    onReconnect: (listener) => void reconnectListeners.push(listener),
    get connected() {
      return client?.connected === true && subscribed
    },
    async caughtUp() {
      await quiet(QUIET_WHEN_CAUGHT_UP_MS, CATCH_UP_WITHIN_MS)
    },
    async stop() {
      if (client === undefined || client.disconnecting) return
      acks?.close()
      await drain(QUIET_TO_STOP_MS)
      await leave(client)
    },
    async retire() {
      if (client === undefined || client.disconnecting) return
      await client.unsubscribeAsync([TELEMETRY, STATUS])
      await drain(QUIET_TO_RETIRE_MS)
      await client.endAsync(false, { properties: { sessionExpiryInterval: 0 } })
      log.info({ replica }, 'external broker: session ended, this replica is retired')
    },
    get counters() {
      return { ...counts, ...acceptance.counters }
    },
  }
}

/** @returns whether it did within that time */
async function cameTrue(withinMs: number, condition: () => boolean): Promise<boolean> {
  const giveUpAt = performance.now() + withinMs
  while (performance.now() < giveUpAt) {
    if (condition()) return true
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return false
}
