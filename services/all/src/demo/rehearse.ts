// The whole path, every part real: a backend on a fresh folder, sensors as a process of their own,
// two weeks of readings over MQTT, judged, and a plan for the next working day.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PlanWithRuns, planDateAt, planTable } from '@bakwacht/planning'
import type { Registry } from '@bakwacht/registry'
import {
  type Config,
  createClock,
  createLog,
  createMetrics,
  type Running,
  readConfig,
} from '@bakwacht/runtime'
import { type All, startAll } from '../all.ts'
import { portOrFree } from './free-port.ts'
import type { DemoOptions } from './options.ts'
import { startSimulator } from './simulator.ts'
import { countStates } from './state-counts.ts'

type Say = (line: string) => void
type Env = Readonly<Record<string, string | undefined>>

const DAYS = 14
const CONTAINERS = 60

/** @returns what to stop when the demo is over */
export async function rehearse(options: DemoOptions, env: Env, say: Say): Promise<Running> {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'bakwacht-demo-'))
  const config = await demoConfig(folder, env, options.at)
  const clock = createClock(config.rehearsed)
  const log = createLog(config.logLevel, 'demo')
  const all = await startAll({ config, clock, log, metrics: createMetrics() })
  say(`Bakwacht is up, on this machine alone: pages on ${all.http}, sensors on ${all.mqtt}`)

  const simulator = startSimulator(simulatorArguments(options, all, clock()))
  const stop = async () => {
    await simulator.stop()
    await all.stop()
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const began = performance.now()
    const readings = await simulator.caughtUp
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(
      `${CONTAINERS} containers, ${readings} readings of the last ${DAYS} days: in over MQTT in ${seconds} s`,
    )
    await judged(all)
    say(`Judged: ${await countStates(all.registry)}`)
    say('Looking for the best runs …\n')
    const planned = await planNextWorkingDay(all, config, clock())
    say(await table(planned, all.registry, config, options.language))
    say(`\nThe pages: ${all.http}/`)
    if (options.keep !== undefined) say(`Kept in ${folder}: BAKWACHT_DATA_DIR=${folder} npm start`)
    if (!options.once) say('Sensors go on sending. Ctrl-C ends the demo.')
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function demoConfig(folder: string, env: Env, at: number | undefined): Promise<Config> {
  return readConfig({
    BAKWACHT_LOG_LEVEL: 'warn',
    BAKWACHT_HTTP_PORT: `${await portOrFree(8080)}`,
    BAKWACHT_MQTT_PORT: `${await portOrFree(1883)}`,
    BAKWACHT_MQTT_WS_PORT: `${await portOrFree(8083)}`,
    ...env,
    BAKWACHT_DATA_DIR: folder,
    ...(at !== undefined && { BAKWACHT_CLOCK_AT: new Date(at).toISOString() }),
  })
}

function simulatorArguments({ once, seed }: DemoOptions, all: All, now: number): string[] {
  const live = once ? [] : ['--drivers']
  return [
    ...['--scenario', 'demo', '--containers', `${CONTAINERS}`, '--days', `${DAYS}`],
    ...['--seed', `${seed}`, '--speed', 'max', '--broker', all.mqtt, '--api', all.http],
    ...['--clock-at', new Date(now).toISOString(), '--json', ...live],
  ]
}

/** Waits until every reading has been judged. */
async function judged({ http }: All): Promise<void> {
  for (;;) {
    const answer = await fetch(`${http}/readyz`)
    const { pending_devices } = (await answer.json()) as { pending_devices: number }
    if (pending_devices === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Over HTTP, as a planner's page would ask. */
async function planNextWorkingDay(
  { http, registry }: All,
  { timezone }: Config,
  now: number,
): Promise<PlanWithRuns> {
  const [settings, calendar, depots, vehicles] = await Promise.all([
    registry.settings.current(),
    registry.calendar.get(),
    registry.depots.all(),
    registry.vehicles.all(),
  ])
  const date = planDateAt({ now, timezone, settings, calendar, depots, vehicles })
  const answer = await fetch(`${http}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ date }),
  })
  const body = (await answer.json()) as { id?: string; detail?: string }
  const planned = body.id === undefined ? undefined : await registry.plans.find(body.id)
  if (planned === undefined) throw new Error(`no plan for ${date}: ${answer.status} ${body.detail}`)
  return planned
}

async function table(
  planned: PlanWithRuns,
  registry: Registry,
  { timezone }: Config,
  locale: DemoOptions['language'],
): Promise<string> {
  const [containers, vehicles] = await Promise.all([
    registry.containers.all(),
    registry.vehicles.all(),
  ])
  return planTable(planned, { locale, timezone, containers, vehicles })
}
