// How long the questions of a large fleet take: 5,000 containers, 2 M readings. And how soon the
// backend is back on what they left on disk.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Backend, startBackend } from '../system/backend.ts'
import { type Fleet, registerFleet } from '../system/fleet.ts'
import { median, type Report } from './figure.ts'
import { cpuSecondsOf } from './process-usage.ts'

const READINGS_EACH = 400
const DAYS = 30
const FLEET = {
  containers: 5000,
  days: DAYS,
  everyMin: (DAYS * 1440) / READINGS_EACH,
  // Those that are asked for.
  hourly: 20,
}
const TIMES = 20

export async function benchQueries(report: Report): Promise<void> {
  await reportStart(report, 'an empty folder', await timedStart())
  const backend = await startBackend()
  const began = performance.now()
  const fleet = await registerFleet(backend, FLEET)
  report({
    name: '5,000 containers registered, 2 M readings in and judged',
    value: (performance.now() - began) / 1000,
    unit: 's',
  })
  report({ name: 'processor time of that', value: cpuSecondsOf(backend.pid), unit: 's' })
  await askFleet(report, backend, fleet)
  await askOne(report, backend)
  for (const path of ['/metrics', '/readyz'])
    await reportTimes(report, `GET ${path}`, () => timed(`${backend.http}${path}`))
  await backend.stop()

  await readStates(report, backend.dataDir)
  const again = await timedStart(backend.dataDir)
  report({
    name: 'GET /containers.geojson, first after a start',
    value: await timed(`${again.backend.http}/api/v1/containers.geojson`),
    unit: 'ms',
  })
  await reportStart(report, 'this folder', again)
}

/** As a page does that pulls it every second: now and then something is new. */
async function askFleet(report: Report, { http }: Backend, fleet: Fleet): Promise<void> {
  const pull = () => timed(`${http}/api/v1/containers.geojson`)
  const goal = '<= 150'
  const changed: number[] = []
  for (const containers of [50, 50, 50, 500, 500, 500]) {
    await fleet.report(containers)
    changed.push(await pull())
  }
  const name = 'GET /containers.geojson'
  report({
    name: `${name}, 50 containers changed`,
    value: median(changed.slice(0, 3)),
    unit: 'ms',
    goal,
  })
  report({
    name: `${name}, 500 containers changed`,
    value: median(changed.slice(3)),
    unit: 'ms',
    goal,
  })
  await reportTimes(report, `${name}, nothing changed`, pull, goal)
}

async function askOne(report: Report, { http }: Backend): Promise<void> {
  const from = new Date(Date.now() - DAYS * 86_400_000).toISOString()
  const ask = (path: string) => (n: number) =>
    timed(`${http}/api/v1/containers/${id(n % FLEET.hourly)}/${path}`)
  const name = 'one container, 30 days'
  await reportTimes(
    report,
    `${name}, hourly means`,
    ask(`readings?every=1h&limit=1000&from=${from}`),
    '<= 10',
  )
  await reportTimes(
    report,
    `${name}, 720 readings`,
    ask(`readings?limit=1000&from=${from}`),
    '<= 10',
  )
  await reportTimes(report, 'one container’s state with its evidence', ask('state'), '<= 10')
}

async function readStates(report: Report, folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'load/read-states.ts'),
    join(folder, 'registry.sqlite'),
  ])
  const { cold, warm } = JSON.parse(stdout) as { cold: number; warm: number }
  report({ name: 'all current states, new process', value: cold, unit: 'ms', goal: '<= 50' })
  report({ name: 'all current states, again', value: warm, unit: 'ms', goal: '<= 50' })
}

interface TimedStart {
  readonly backend: Backend
  readonly ms: number
  readonly cpuSeconds: number
}

async function timedStart(dataDir?: string): Promise<TimedStart> {
  const began = performance.now()
  const backend = await startBackend(dataDir === undefined ? {} : { dataDir })
  const ms = performance.now() - began
  return { backend, ms, cpuSeconds: cpuSecondsOf(backend.pid) }
}

/** And ends it, data too. */
async function reportStart(report: Report, on: string, started: TimedStart): Promise<void> {
  const { backend, ms, cpuSeconds } = started
  report({ name: `start on ${on}: listens after`, value: ms, unit: 'ms', goal: '<= 3000' })
  report({ name: `start on ${on}: processor time`, value: cpuSeconds * 1000, unit: 'ms' })
  await backend.stop()
  backend.removeData()
}

const id = (n: number) => `c${String(n).padStart(5, '0')}`

/** Until the whole answer is here. @throws Error when it is none that was wanted */
async function timed(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return performance.now() - began
}

async function reportTimes(
  report: Report,
  name: string,
  ask: (n: number) => Promise<number>,
  goal?: string,
): Promise<void> {
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) times.push(await ask(n))
  report({ name: `${name}: median`, value: median(times), unit: 'ms', ...(goal && { goal }) })
  report({ name: `${name}: longest`, value: Math.max(...times), unit: 'ms' })
}
