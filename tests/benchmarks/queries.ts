// How long the questions of a large fleet take: 5,000 containers, 2 M readings, asked over HTTP.
import { performance } from 'node:perf_hooks'
import { startBackend } from '../system/backend.ts'
import { registerFleet } from '../system/fleet.ts'
import { median, type Report } from './figure.ts'

const CONTAINERS = 5000
const READINGS_EACH = 400
const TIMES = 15

export async function benchQueries(report: Report): Promise<void> {
  const backend = await startBackend()
  const everyMin = 60
  const begin = performance.now()
  await registerFleet(backend, {
    containers: CONTAINERS,
    days: (READINGS_EACH * everyMin) / 1440,
    everyMin,
  })
  report({
    name: 'registering 5,000 containers, 2 M readings in and judged',
    value: (performance.now() - begin) / 1000,
    unit: 's',
  })

  const now = Date.now()
  const from = new Date(now - 30 * 86_400_000).toISOString()
  const questions = {
    'all current states (GET /containers.geojson, changed fleet)': {
      path: '/containers.geojson',
      goal: '<= 150',
    },
    'all current states as stored (GET /states)': { path: '/states?limit=5000', goal: '<= 50' },
    'one container, 30 days hourly': {
      path: `/containers/c00042/readings?every=1h&from=${from}&limit=1000`,
      goal: '<= 10',
    },
    'one container’s state with its evidence': { path: '/containers/c00042/state', goal: '<= 10' },
  }
  for (const [name, { path, goal }] of Object.entries(questions)) {
    const times: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const started = performance.now()
      const answer = await fetch(`${backend.http}/api/v1${path}`)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      times.push(performance.now() - started)
    }
    report({ name: `${name}: median`, value: median(times), unit: 'ms', goal })
    report({ name: `${name}: first`, value: times[0] ?? Number.NaN, unit: 'ms' })
  }
  await backend.stop()
  backend.removeData()
}
