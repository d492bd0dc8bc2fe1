// A broker on free loopback ports with a store in memory whose commits a test can hold or fail.
import { connect as connectTcp, type Socket } from 'node:net'
import { createAcceptance } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { secretHash, type Token } from '@bakwacht/registry'
import {
  type Committer,
  type NewRejection,
  type ReadingToCommit,
  TelemetryUnavailable,
} from '@bakwacht/telemetry'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { onTestFinished, vi } from 'vitest'
import { type BrokerOptions, createBroker } from './broker.ts'

export const NOW = Date.UTC(2026, 10, 21, 12)

/** Waits as long as a busy machine may need. */
export const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 10_000 })

export interface MemoryStore {
  readonly telemetry: Committer
  readonly readings: ReadingToCommit['reading'][]
  readonly rejections: NewRejection[]
  /** How the next commits go; `hold` keeps them waiting for `release`. */
  mode: 'store' | 'fail' | 'hold'
  release(): void
}

export function memoryStore(): MemoryStore {
  const readings: ReadingToCommit['reading'][] = []
  const rejections: NewRejection[] = []
  const held: (() => void)[] = []
  const store: MemoryStore = {
    readings,
    rejections,
    mode: 'store',
    release: () => {
      for (const resume of held.splice(0)) resume()
    },
    telemetry: {
      async commit(items) {
        if (store.mode === 'hold') await new Promise<void>((resolve) => held.push(resolve))
        if (store.mode === 'fail') throw new TelemetryUnavailable('disk full')
        return items.map(({ reading }) => {
          const known = readings.some(
            (other) =>
              other.deviceId === reading.deviceId && other.observedAt === reading.observedAt,
          )
          if (!known) readings.push(reading)
          return known ? 'duplicate' : 'stored'
        })
      },
      async reject(items) {
        rejections.push(...items)
      },
    },
  }
  return store
}

/** Devices with their secrets, and tokens (whose id is their secret) with their roles. */
const accounts = () => ({
  secrets: new Map([
    ['dev-1', 'secret-1'],
    ['dev-2', 'secret-2'],
  ]),
  tokens: new Map<string, Token['role']>([
    ['planner-token', 'planner'],
    ['viewer-token', 'viewer'],
    ['driver-token', 'driver'],
  ]),
})

/** A test may change the accounts that it gives back. */
export async function startBroker(options: Partial<BrokerOptions> = {}) {
  const store = memoryStore()
  const { secrets, tokens } = accounts()
  const statuses: (DeviceStatus & { readonly deviceId: string })[] = []
  const broker = createBroker({
    host: '127.0.0.1',
    mqttPort: 0,
    wsPort: 0,
    ...options,
    acceptance: createAcceptance(store),
    devices: {
      verify: async (deviceId, secret) => secrets.get(deviceId) === secret,
      secretHashes: async (ids) =>
        new Map(ids.map((id) => [id, secretHash(secrets.get(id) ?? 'retired')])),
    },
    tokens: {
      verify: async (secret) => {
        const role = tokens.get(secret)
        if (role === undefined) return undefined
        return { id: secret, name: secret, role, runId: null, createdAt: 0, expiresAt: null }
      },
      valid: async (ids) => new Set(ids.filter((id) => tokens.has(id))),
    },
    onStatus: (deviceId, status) => statuses.push({ deviceId, ...status }),
    clock: () => NOW,
    log: { info() {}, warn() {}, error() {} },
  })
  const ports = await broker.listen()
  onTestFinished(() => broker.stop())
  return { broker, store, statuses, secrets, tokens, ...ports }
}

type OnMessage = (topic: string, payload: string) => void

/** A client that stays with its first connection; it is ended with the test. */
export const connectClient = (port: number, options: IClientOptions = {}, onMessage?: OnMessage) =>
  connectUrl(`mqtt://127.0.0.1:${port}`, options, onMessage)

export async function connectUrl(
  url: string,
  options: IClientOptions,
  onMessage: OnMessage = () => {},
): Promise<MqttClient> {
  const client = mqtt.connect(url, { reconnectPeriod: 0, ...options })
  client.on('message', (topic, payload) => onMessage(topic, payload.toString()))
  onTestFinished(() => {
    client.end(true)
  })
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('error', reject)
    client.once('close', () => reject(new Error('closed')))
  })
  client.on('error', () => {})
  return client
}

/** A bare socket, for what no client library would send. */
export function rawSocket(port: number) {
  const socket: Socket = connectTcp(port, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (data) => received.push(data)).on('error', () => {})
  onTestFinished(() => {
    socket.destroy()
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return {
    send: (...parts: (Uint8Array | readonly number[])[]) =>
      socket.write(Buffer.concat(parts.map((part) => Buffer.from(part)))),
    bytes: () => Buffer.concat(received),
    closed,
  }
}

/** Two bytes of length, then the text or bytes: how MQTT writes both. */
export function field(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
}

export function rawPacket(firstByte: number, body: Uint8Array): Buffer {
  const length: number[] = []
  for (let rest = body.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Buffer.concat([Buffer.from([firstByte, ...length]), body])
}

export function rawConnect(
  clientId: string | Uint8Array,
  { flags = 0x02, keepAliveS = 60, rest = Buffer.alloc(0) as Uint8Array } = {},
): Buffer {
  const head = Buffer.from([4, flags, 0, keepAliveS])
  return rawPacket(0x10, Buffer.concat([field('MQTT'), head, field(clientId), rest]))
}

export const rawPublish = (
  topic: string | Uint8Array,
  packetId: number,
  payload: string | Uint8Array,
) =>
  rawPacket(
    0x32,
    Buffer.concat([
      field(topic),
      Buffer.from([packetId >> 8, packetId & 0xff]),
      Buffer.from(payload as string),
    ]),
  )
