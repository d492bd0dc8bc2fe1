// The embedded broker: sensors' telemetry is committed before it is acknowledged, and the backend
// tells devices and readers what is new. aedes speaks MQTT; the hooks here say who may do what.
import type { Acceptance, AcceptanceCounters } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { MAX_DISCARD_BYTES } from '@bakwacht/firmware-contracts'
import { isLoopback, type Log } from '@bakwacht/runtime'
import type { Client, PublishPacket, Subscription } from 'aedes'
import { type BrokerCounts, noCounts } from './counts.ts'
import { createDoors, type DoorOptions } from './doors.ts'
import { createIncomingPublish } from './incoming-publish.ts'
import { createLanes } from './lanes.ts'
import { boundOfflineQueues } from './offline-queue.ts'
import { createConnecting } from './session/connecting.ts'
import { mayRead } from './session/principal.ts'
import { Rights, type RightsDependencies } from './session/rights.ts'
import { createSignIn, type SignInDependencies } from './session/sign-in.ts'
import { TelemetryAedes } from './telemetry-aedes.ts'
import { OversizeSeal } from './wire/oversize-seal.ts'
import { ProtocolFault } from './wire/packet-gate.ts'

export interface BrokerOptions {
  readonly host: string
  /** 0 picks a free port. */
  readonly mqttPort: number
  readonly wsPort: number
  readonly tls?: DoorOptions['tls']
  readonly maxConnections?: number
  readonly adminToken?: string | undefined
  /** How often it is looked up whether those who are connected may still be. */
  readonly checkRightsEveryMs?: number
}

export interface BrokerDependencies extends BrokerOptions {
  readonly acceptance: Acceptance
  readonly devices: SignInDependencies['devices'] & RightsDependencies['devices']
  readonly tokens: SignInDependencies['tokens'] & RightsDependencies['tokens']
  /** Called with what a device says of itself; must not block. */
  readonly onStatus: (deviceId: string, status: DeviceStatus) => void
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}

export interface PublishOptions {
  readonly qos: 0 | 1
  readonly retain: boolean
}

export interface Broker {
  listen(): Promise<{ readonly mqttPort: number; readonly wsPort: number }>
  /** Resolves when every connected subscriber has been served; an empty retained payload clears the topic. */
  publish(topic: string, payload: string | Uint8Array, options: PublishOptions): Promise<void>
  /** Ends all connections; what is not acknowledged by then will be sent again. */
  stop(): Promise<void>
  readonly counters: Readonly<BrokerCounts & AcceptanceCounters>
}

const MAX_CONNECTIONS = 20_000
const CONNECT_WITHIN_MS = 10_000
const CHECK_RIGHTS_EVERY_MS = 2000
/** Packets of one connection that may come with its CONNECT, before it is answered. */
const EARLY_PACKETS = 1000

/** The constructor opens nothing; `listen` does. */
export function createBroker(dependencies: BrokerDependencies): Broker {
  const { acceptance, clock, log, host } = dependencies
  const open = isLoopback(host)
  const counts = noCounts()
  const seal = new OversizeSeal()
  let stopping: Promise<void> | undefined

  const connecting = createConnecting({
    signIn: createSignIn({ ...dependencies, open }),
    onRefused: () => counts.refusedSignIns++,
    onRegistryError: (err) => log.error({ err }, 'sign-in failed: the registry does not answer'),
  })
  const rights = new Rights({
    ...dependencies,
    everyMs: dependencies.checkRightsEveryMs ?? CHECK_RIGHTS_EVERY_MS,
    onWithdrawn(client) {
      counts.withdrawn++
      client.close()
    },
    onRegistryError: (err) =>
      log.error({ err }, 'rights not checked: the registry does not answer'),
  })
  const aedes = new TelemetryAedes({
    connectTimeout: CONNECT_WITHIN_MS,
    queueLimit: EARLY_PACKETS,
    maxClientsIdLength: 1024,
    preConnect: connecting.preConnect,
    authenticate: connecting.authenticate,
    authorizePublish,
    authorizeSubscribe,
    authorizeForward: (client, packet) => (reads(client, packet.topic) ? packet : null),
  })
  const incoming = createIncomingPublish({
    acceptance,
    seal,
    counts,
    clock,
    onStatus: (deviceId, status) => {
      // The last wills of a broker that goes down say nothing about the devices.
      if (stopping === undefined) dependencies.onStatus(deviceId, status)
    },
    forward: (packet) => aedes.forward(packet),
  })
  const lanes = createLanes({
    acceptance,
    seal,
    counts,
    clock,
    principalOf: connecting.principalOf,
  })
  const doors = createDoors({
    host,
    mqttPort: dependencies.mqttPort,
    wsPort: dependencies.wsPort,
    tls: dependencies.tls,
    open,
    maxConnections: dependencies.maxConnections ?? MAX_CONNECTIONS,
    maxFrameBytes: 2 * MAX_DISCARD_BYTES,
    onConnection(connection) {
      lanes.guard(connection)
      aedes.handle(connection)
    },
    onTooMany: () => counts.refusedConnections++,
  })

  function authorizePublish(
    client: Client | null,
    packet: PublishPacket,
    done: (error?: Error | null) => void,
  ): void {
    const principal = client === null ? undefined : connecting.principalOf(client)
    if (principal === undefined) done(new Error('publish without a session'))
    else incoming(principal, packet, done)
  }

  function authorizeSubscribe(
    client: Client,
    subscription: Subscription,
    done: (error: Error | null, subscription?: Subscription | null) => void,
  ): void {
    done(null, reads(client, subscription.topic) ? subscription : null)
  }

  function reads(client: Client, topic: string): boolean {
    const principal = connecting.principalOf(client)
    return principal !== undefined && mayRead(principal, topic)
  }

  function holdRight(client: Client): void {
    const right = connecting.rightOf(client)
    if (right !== undefined) rights.hold(client, right)
  }

  function countFault(_: Client, error: Error): void {
    if (error instanceof ProtocolFault) counts.faults++
  }

  function stop(): Promise<void> {
    stopping ??= endAll()
    return stopping
  }

  async function endAll(): Promise<void> {
    await new Promise<void>((resolve) => aedes.close(resolve))
    await doors.close()
    await rights.stop()
  }

  return {
    async listen() {
      await aedes.listen()
      boundOfflineQueues(aedes)
      aedes.on('client', holdRight).on('clientDisconnect', (client) => rights.letGo(client))
      aedes.on('clientReady', lanes.open)
      rights.start()
      aedes.on('clientError', countFault).on('connectionError', countFault)
      try {
        return await doors.open()
      } catch (error) {
        await stop()
        throw error
      }
    },

    publish: (topic, payload, { qos, retain }) =>
      new Promise((resolve, reject) => {
        const packet = {
          cmd: 'publish',
          dup: false,
          topic,
          payload: Buffer.from(payload),
          qos,
          retain,
        } as const
        aedes.publish(packet, (error) => (error ? reject(error) : resolve()))
      }),

    stop,

    get counters() {
      return { ...counts, ...acceptance.counters, connections: aedes.connectedClients }
    },
  }
}
