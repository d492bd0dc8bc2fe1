// The same load through mqtt.js, the client that most gateways and test rigs use. It costs far more
// than the raw generator, so it shows the rates that such clients reach, not the broker's limit.
import { performance } from 'node:perf_hooks'
import mqtt, { type MqttClient } from 'mqtt'
import type { Load, LoadResult } from './publisher.ts'

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const latencies: number[] = []

async function sensor(client: MqttClient, index: number, end: number): Promise<void> {
  const topic = `bakwacht/v1/devices/${load.devicePrefix}${index}/telemetry`
  let sequence = 0
  const lane = async () => {
    while (performance.now() < end) {
      const n = sequence++
      const text = `{"v":1,"seq":${n},"ts":${load.firstTs + n},"distance_mm":${400 + (n % 1200)},"temp_c":8.4,"rh_pct":81,"battery_v":3.58,"note":"`
      const sentAt = performance.now()
      await client.publishAsync(topic, `${text.padEnd(load.payloadBytes - 2, 'x')}"}`, { qos: 1 })
      latencies.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: load.window }, lane))
}

const clients = await Promise.all(
  Array.from({ length: load.connections }, (_, index) =>
    mqtt.connectAsync(`mqtt://127.0.0.1:${load.port}`, {
      clientId: `${load.devicePrefix}${index}`,
      reconnectPeriod: 0,
    }),
  ),
)
const begin = performance.now()
const end = begin + load.seconds * 1000
await Promise.all(clients.map((client, index) => sensor(client, index, end)))
const seconds = (performance.now() - begin) / 1000
await Promise.all(clients.map((client) => client.endAsync(true)))

latencies.sort((a, b) => a - b)
const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN
const result: LoadResult = {
  acknowledged: latencies.length,
  seconds,
  perSecond: latencies.length / seconds,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  maxMs: at(1),
}
console.log(JSON.stringify(result))
