// The external door on a real Mosquitto and the real SQLite store.
import { join } from 'node:path'
import { createAcceptance } from '@bakwacht/acceptance'
import type { DeviceStatus } from '@bakwacht/domain'
import { encodeJson, statusTopic, telemetryTopic } from '@bakwacht/firmware-contracts'
import {
  type Committer,
  openSqliteTelemetry,
  type SqliteTelemetry,
  TelemetryUnavailable,
} from '@bakwacht/telemetry'
import {
  available,
  type MosquittoServer,
  startMosquitto,
  temporaryFolder,
  whyMissing,
} from '@bakwacht/test-support'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createIngest, type Ingest } from './service.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR_MS = 3_600_000
const hasMosquitto = available('mosquitto')
const log = { info() {}, warn() {}, error() {} }
const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 15_000, interval: 10 })

const reading = (seq: number) =>
  Buffer.from(encodeJson({ v: 1, seq, ts: (NOW - HOUR_MS) / 1000 + seq, temp_c: 8 }))

describe.skipIf(!hasMosquitto)(
  `ingest${hasMosquitto ? '' : `: ${whyMissing('mosquitto')}`}`,
  () => {
    let broker: MosquittoServer
    let store: SqliteTelemetry
    let devices: MqttClient
    /** What the next commits do, and how the store is spared a restart in between. */
    let mode: 'store' | 'fail' | 'hold'
    let telemetry: Committer
    const folder = temporaryFolder('ingest')
    afterAll(() => folder.remove())

    beforeEach(async ({ task }) => {
      broker = await startMosquitto()
      store = await openSqliteTelemetry({
        file: join(folder.path, `${task.id}.db`),
        clock: () => NOW,
        log,
      })
      devices = mqtt.connect(broker.url)
      mode = 'store'
      telemetry = {
        reject: (items) => store.reject(items),
        commit: async (items) => {
          if (mode === 'fail') throw new TelemetryUnavailable('disk full')
          if (mode === 'hold') await until(() => mode !== 'hold')
          return store.commit(items)
        },
      }
    })

    afterEach(async () => {
      devices.end(true)
      await store.stop()
      await broker.stop()
    })

    const statuses: (DeviceStatus & { deviceId: string })[] = []

    async function startIngest(replica = '1'): Promise<Ingest> {
      const ingest = createIngest({
        url: broker.url,
        replica,
        acceptance: createAcceptance({ telemetry }),
        onStatus: (deviceId, status) => statuses.push({ deviceId, ...status }),
        clock: () => NOW,
        log,
      })
      await ingest.start()
      onTestFinished(() => ingest.stop())
      return ingest
    }

    const send = (seqs: readonly number[], deviceId = 'dev-1') =>
      Promise.all(
        seqs.map((seq) => devices.publishAsync(telemetryTopic(deviceId), reading(seq), { qos: 1 })),
      )
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => from + n)

    async function storedSeqs(deviceId = 'dev-1'): Promise<(number | null)[]> {
      const [readings = []] = await store.recent([{ deviceId, from: 0, to: NOW }])
      return readings.map(({ seq }) => seq)
    }

    test('stores what devices publish, and tells their status', async () => {
      const ingest = await startIngest()
      await send(range(0, 500))
      await devices.publishAsync(statusTopic('dev-1'), '{"online":true,"fw":"1"}', {
        qos: 1,
        retain: true,
      })
      await until(() => ingest.counters.stored === 500 && ingest.counters.statuses === 1)
      await until(async () => (await storedSeqs()).length === 500)
      expect(await storedSeqs()).toEqual(range(0, 500))
      expect(statuses).toEqual([
        { deviceId: 'dev-1', online: true, firmware: '1', configRev: null, at: NOW },
      ])
    })

    test('acknowledges nothing before its commit: what was open when it died comes again', async () => {
      const dying = createIngest({
        url: broker.url,
        replica: '1',
        acceptance: createAcceptance({
          telemetry: { ...telemetry, commit: () => new Promise(() => {}) },
        }),
        onStatus() {},
        clock: () => NOW,
        log,
      })
      await dying.start()
      await send(range(0, 100))
      await until(() => dying.counters.received === 100)
      // The same replica starts elsewhere and takes the session over.
      const next = await startIngest()
      await until(async () => (await storedSeqs()).length === 100)
      expect(next.counters.redelivered).toBe(100)
      void dying.stop()
    })

    test('a commit that fails ends the connection, and everything comes again', async () => {
      const ingest = await startIngest()
      mode = 'fail'
      await send(range(0, 200))
      await until(() => ingest.counters.notStored >= 1)
      mode = 'store'
      await until(async () => (await storedSeqs()).length === 200)
      expect(ingest.counters.connects).toBeGreaterThan(1)
    })

    test('more messages than the broker may have under way at once all come', async () => {
      const ingest = await startIngest()
      mode = 'hold'
      await send(range(0, 3000))
      await until(() => ingest.counters.received >= 1000)
      mode = 'store'
      await until(async () => (await storedSeqs()).length === 3000)
    })

    test('gets what came while it was away, also when it was there right behind the CONNACK', async () => {
      const before = await startIngest()
      await before.stop()
      await send(range(0, 300))
      await startIngest()
      await until(async () => (await storedSeqs()).length === 300)
    })

    test('the broker restarts: the session goes on', async () => {
      const ingest = await startIngest()
      await send([1])
      await until(() => ingest.counters.stored === 1)
      await broker.restart()
      await until(() => devices.connected && ingest.counters.connects === 2)
      await send([2])
      await until(async () => (await storedSeqs()).length === 2)
    })

    test('ignores telemetry that was retained', async () => {
      await devices.publishAsync(telemetryTopic('dev-1'), reading(1), { qos: 1, retain: true })
      const ingest = await startIngest()
      await send([2])
      await until(async () => (await storedSeqs()).length === 1)
      expect(await storedSeqs()).toEqual([2])
      expect(ingest.counters.stored).toBe(1)
    })

    test('logs and acknowledges what it cannot decode, and what is too large', async () => {
      const ingest = await startIngest()
      const topic = telemetryTopic('dev-1')
      await devices.publishAsync(topic, '{"v":1', { qos: 1 })
      await devices.publishAsync(topic, Buffer.alloc(300_000), { qos: 1 })
      await send([1])
      await until(() => ingest.counters.stored === 1)
      await until(async () => (await store.rejections({ limit: 10 })).length === 2)
      const rejections = await store.rejections({ limit: 10 })
      expect(rejections.map(({ reason }) => reason.split(':')[0]).sort()).toEqual([
        'invalid_json',
        'too_large',
      ])
      // Nothing is left open: a new connection is dealt nothing again.
      await ingest.stop()
      const again = await startIngest()
      await send([2])
      await until(() => again.counters.received === 1)
      expect(again.counters.redelivered).toBe(0)
    })

    test('a packet of more than 1 MB ends the connection at the broker already', async () => {
      const ingest = await startIngest()
      const oversized = mqtt.connect(broker.url, { reconnectPeriod: 0 })
      const closed = new Promise<void>((resolve) => oversized.once('close', () => resolve()))
      oversized.on('error', () => {})
      oversized.publish(telemetryTopic('dev-2'), Buffer.alloc(1_100_000), { qos: 1 })
      await closed
      await send([1])
      await until(() => ingest.counters.stored === 1)
      expect(await store.rejections({ limit: 10 })).toEqual([])
    })

    test('two replicas share the work, and a retired one is dealt nothing more', async () => {
      const one = await startIngest('1')
      const two = await startIngest('2')
      await send(range(0, 400))
      await until(async () => (await storedSeqs()).length === 400)
      expect(one.counters.received).toBeGreaterThan(0)
      expect(two.counters.received).toBeGreaterThan(0)
      expect(one.counters.received + two.counters.received).toBe(400)

      await two.retire()
      await send(range(400, 600))
      await until(async () => (await storedSeqs()).length === 600)
    })

    test('publishes for the backend', async () => {
      const ingest = await startIngest()
      await ingest.publish('bakwacht/v1/devices/dev-1/config', '{"rev":1}', {
        qos: 1,
        retain: true,
      })
      const got = new Promise<string>((resolve) => {
        devices.on('message', (_, payload) => resolve(payload.toString()))
      })
      await devices.subscribeAsync('bakwacht/v1/devices/dev-1/config', { qos: 1 })
      expect(await got).toBe('{"rev":1}')
    })
  },
)
