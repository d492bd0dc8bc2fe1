// How fast readings come in, durable and acknowledged, against a broker that stores nothing; how long
// a sensor waits while others ask heavy questions; how fast readings go on to InfluxDB.
import { available, startInflux } from '@bakwacht/test-support'
import { type Backend, startBackend } from '../system/backend.ts'
import { registerFleet } from '../system/fleet.ts'
import { metric } from '../system/metric.ts'
import { median, type Report } from './figure.ts'
import { startPlainBroker } from './load/plain-broker.ts'
import type { Load, LoadResult } from './load/publisher.ts'
import { type Generator, runLoad } from './load/run-load.ts'
import { cpuSecondsOf } from './process-usage.ts'

/** Many short rounds: whatever else the machine does falls on both sides. */
const ROUNDS = 8
const SECONDS = 2
const WARM_UP_SECONDS = 3
const FORWARD_SECONDS = 5
const HOUR_MS = 3_600_000

export async function benchIngest(report: Report): Promise<void> {
  // Real clients first. The raw generator costs next to nothing: with one message in flight it shows
  // the round trip, with many the ceiling.
  await againstPlainAedes(report, 'mqttjs', 4)
  await againstPlainAedes(report, 'raw', 1)
  await againstPlainAedes(report, 'raw', 20)
  await whileOthersAsk(report)
  await forwarding(report)
}

let loads = 0
const load = (port: number, window: number, seconds: number, rate?: number): Load => ({
  port,
  connections: 50,
  window,
  seconds,
  devicePrefix: `bench-${loads++}-`,
  firstTs: Date.now() - HOUR_MS,
  payloadBytes: 200,
  ...(rate !== undefined && { rate }),
})

/** Both in turn, so that a machine that slows down slows both. */
async function againstPlainAedes(report: Report, generator: Generator, window: number) {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  const plain = await startPlainBroker()
  const ports = { plain: plain.port, ours: backend.mqttPort }
  const run = (side: keyof typeof ports, seconds: number) =>
    runLoad(generator, load(ports[side], window, seconds))
  let acknowledged = 0
  await run('plain', WARM_UP_SECONDS)
  acknowledged += (await run('ours', WARM_UP_SECONDS)).acknowledged

  const cpuBefore = { plain: cpuSecondsOf(plain.pid), ours: cpuSecondsOf(backend.pid) }
  const rounds: { plain: LoadResult; ours: LoadResult }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ plain: await run('plain', SECONDS), ours: await run('ours', SECONDS) })
  const cpu = {
    plain: cpuSecondsOf(plain.pid) - cpuBefore.plain,
    ours: cpuSecondsOf(backend.pid) - cpuBefore.ours,
  }
  const total = (side: keyof typeof ports) =>
    rounds.reduce((sum, round) => sum + round[side].acknowledged, 0)
  acknowledged += total('ours')
  const stored = await metric(backend, 'bakwacht_readings_stored_total')
  plain.stop()
  await end(backend)

  const title = `50 connections, ${generator}, ${window} in flight each`
  const say = (what: string, value: number, unit: string, goal?: string) =>
    report({ name: `${title}: ${what}`, value, unit, ...(goal !== undefined && { goal }) })
  const ratios = rounds.map(({ plain, ours }) => ours.perSecond / plain.perSecond)
  const rates = rounds.map(({ ours }) => ours.perSecond)
  say('aedes, storing nothing', median(rounds.map((round) => round.plain.perSecond)), 'msg/s')
  say('bakwacht, durable', median(rates), 'msg/s', '>= 9,000')
  say('bakwacht, durable, best round', Math.max(...rates), 'msg/s')
  say('ratio', median(ratios), '×', '>= 0.8')
  say('ratio, best round', Math.max(...ratios), '×')
  say('p99 acknowledgement', median(rounds.map(({ ours }) => ours.p99Ms)), 'ms')
  say('aedes, processor time', (1e6 * cpu.plain) / total('plain'), 'µs a message')
  say('bakwacht, processor time', (1e6 * cpu.ours) / total('ours'), 'µs a message')
  say('stored / acknowledged', stored / acknowledged, '', '= 1')
}

/** 2,000 msg/s while the fleet's GeoJSON is pulled every second, a 30-day CSV is exported and a plan made. */
async function whileOthersAsk(report: Report): Promise<void> {
  const backend = await startBackend()
  const fleet = await registerFleet(backend, { containers: 500, days: 30, everyMin: 60 })
  const alone = await runLoad('raw', load(backend.mqttPort, 20, 10, 2000))
  let asking = true
  const asked = { geojson: 0, csv: 0, plan: 0 }
  const repeat = async (
    what: keyof typeof asked,
    pauseMs: number,
    ask: () => Promise<Response>,
  ) => {
    while (asking) {
      const answer = await ask()
      if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
      asked[what]++
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  const questions = Promise.all([
    repeat('geojson', 1000, () => fetch(`${backend.http}/api/v1/containers.geojson`)),
    repeat('csv', 0, () => fleet.exportCsv(asked.csv)),
    repeat('plan', 0, () => fleet.makePlan()),
  ])
  const result = await runLoad('raw', load(backend.mqttPort, 20, 20, 2000))
  asking = false
  await questions
  await end(backend)
  // What the machine itself makes of it: without this the next figure says nothing on a busy one.
  report({ name: '2,000 msg/s, nobody asks: p99 acknowledgement', value: alone.p99Ms, unit: 'ms' })
  const title = '2,000 msg/s while others ask'
  report({ name: `${title}: p99 acknowledgement`, value: result.p99Ms, unit: 'ms', goal: '< 50' })
  report({ name: `${title}: longest acknowledgement`, value: result.maxMs, unit: 'ms' })
  report({ name: `${title}: rate held`, value: result.perSecond, unit: 'msg/s' })
  for (const [what, times] of Object.entries(asked))
    report({ name: `${title}: ${what} answered`, value: times, unit: 'times' })
}

async function forwarding(report: Report): Promise<void> {
  if (!available('influxdb')) return
  const influx = await startInflux()
  const backend = await startBackend({ env: { BAKWACHT_INFLUX_URL: influx.url } })
  await influx.kill()
  await runLoad('raw', load(backend.mqttPort, 20, FORWARD_SECONDS))
  const backlog = await metric(backend, 'bakwacht_readings_forward_backlog')
  await influx.restart()
  // The forwarder's back-off must not count: time begins with the first batch that went through.
  while ((await metric(backend, 'bakwacht_readings_forward_backlog')) >= backlog) await pause(20)
  const [begin, left] = [
    performance.now(),
    await metric(backend, 'bakwacht_readings_forward_backlog'),
  ]
  while ((await metric(backend, 'bakwacht_readings_forward_backlog')) > 0) await pause(20)
  const seconds = (performance.now() - begin) / 1000
  await end(backend)
  await influx.stop()
  report({
    name: 'forwarding a backlog to InfluxDB 1.6.7',
    value: left / seconds,
    unit: 'readings/s',
    goal: '>= 10,000',
  })
  report({ name: 'forwarding: readings in the backlog', value: backlog, unit: 'readings' })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function end(backend: Backend): Promise<void> {
  await backend.stop()
  backend.removeData()
}
