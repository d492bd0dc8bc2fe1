// A small region before dawn that the simulator feeds: its clock runs fast, its sensors
// report every ten minutes, and what drivers report as emptied is empty in its bins.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { startBackend } from '../system/backend.ts'
import { settled } from '../system/call.ts'
import { ask } from '../system/interface/ask.ts'
import { startSimulator } from '../system/simulator.ts'
import type { World } from './demo-world.ts'

/** Two minutes of that day in every second: from two o'clock on there is time before runs leave by themselves. */
const SPEED = 120
const BEGIN = '2026-11-23T02:00:00+01:00'

const SCENARIO = {
  rain: [],
  stories: [{ count: 6, fill_pct: [85, 105], emptied_days_ago: [3, 4] }],
  others: { fill_pct: [8, 20], emptied_days_ago: [1, 2] },
}

/** Ten containers, six of them full; nothing planned yet. */
export async function fedWorld(): Promise<World> {
  const folder = temporaryFolder('fed-world')
  writeFileSync(join(folder.path, 'scenario.json'), JSON.stringify(SCENARIO))
  const began = Date.now()
  const backend = await startBackend({
    env: {
      BAKWACHT_CLOCK_AT: BEGIN,
      BAKWACHT_CLOCK_SPEED: `${SPEED}`,
      BAKWACHT_PLAN_CRON: '0 4 1 1 *',
    },
  })
  const now = new Date(Date.parse(BEGIN) + (Date.now() - began) * SPEED).toISOString()
  const simulator = startSimulator([
    ...['--containers', '10', '--days', '4', '--scenario', join(folder.path, 'scenario.json')],
    ...['--report-minutes', '10', '--api', backend.http, '--broker', backend.mqttUrl, '--drivers'],
    ...['--clock-at', now, '--clock-speed', `${SPEED}`, '--json'],
  ])
  await simulator.caughtUp
  await settled(backend)
  const settings = (await ask(backend, 'GET', '/settings')).body
  const plan = { ...settings.plan, solve_seconds: 0.3 }
  await ask(backend, 'PUT', '/settings', { body: { ...settings, plan } })
  return {
    backend,
    http: backend.http,
    async [Symbol.asyncDispose]() {
      await simulator.stop()
      await backend.stop()
      backend.removeData()
      folder.remove()
    },
  }
}
