// `npm start -- ingest` as a process of its own, on Mosquitto and PostgreSQL.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { deviceConfigDefaults } from '@bakwacht/domain'
import { configTopic, encodeJson, telemetryTopic } from '@bakwacht/firmware-contracts'
import { openRegistry } from '@bakwacht/registry'
import { openPostgresTelemetry } from '@bakwacht/telemetry'
import { available, startMosquitto, startPostgres } from '@bakwacht/test-support'
import mqtt from 'mqtt'
import { expect, onTestFinished, test, vi } from 'vitest'

const main = new URL('./main.ts', import.meta.url).pathname
const hasServers = [available('mosquitto'), available('postgres')].every(Boolean)
const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 20 })

test.skipIf(!hasServers)(
  `stores, announces, stops in order and can be retired${hasServers ? '' : ': mosquitto or postgres is not installed'}`,
  { timeout: 60_000 },
  async () => {
    const [broker, postgres] = await Promise.all([startMosquitto(), startPostgres()])
    const { url } = postgres
    const clock = Date.now
    const log = { info() {}, warn() {}, error() {} }
    const registry = await openRegistry({ url }, { clock })
    await registry.devices.put([
      { id: 'dev-1', createdAt: 0, config: deviceConfigDefaults, status: null, active: true },
    ])
    const store = await openPostgresTelemetry({ url, clock, log })
    const devices = mqtt.connect(broker.url)
    onTestFinished(async () => {
      devices.end(true)
      await store.stop()
      await registry.stop()
      await broker.stop()
      await postgres.stop()
    })
    const env = {
      ...process.env,
      BAKWACHT_MQTT_URL: broker.url,
      BAKWACHT_DATABASE_URL: url,
      BAKWACHT_HTTP_PORT: '0',
    }
    const start = (...args: string[]): ChildProcess =>
      spawn(process.execPath, [main, ...args], { env, stdio: 'ignore' })
    const stored = async () => {
      const [readings = []] = await store.recent([{ deviceId: 'dev-1', from: 0, to: clock() }])
      return readings.length
    }
    const send = (n: number) => {
      const ts = Math.floor(clock() / 1000) - 3600 + n
      const payload = Buffer.from(encodeJson({ v: 1, ts, temp_c: 8 }))
      return devices.publishAsync(telemetryTopic('dev-1'), payload, { qos: 1 })
    }

    const ingest = start()
    const config = new Promise((resolve) => {
      devices.on('message', (_, payload) => resolve(JSON.parse(payload.toString())))
    })
    await devices.subscribeAsync(configTopic('dev-1'), { qos: 1 })
    expect(await config).toEqual({ rev: 1, report_s: 3600, measure_s: 3600 })
    await send(1)
    await until(async () => (await stored()) === 1)
    ingest.kill('SIGTERM')
    expect(await once(ingest, 'exit')).toEqual([0, null])

    await send(2)
    const retiring = start('--retire')
    expect(await once(retiring, 'exit')).toEqual([0, null])
    expect(await stored()).toBe(2)
  },
)
