// Planning spread over processes: a plan for each depot, all asked for at once, made by one planner
// process and then by two, on the PostgreSQL that they share.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { localDate } from '@bakwacht/domain'
import { createPlanClient } from '@bakwacht/plan-queue'
import type { PlanWithRuns } from '@bakwacht/planning'
import { openRegistry, type Registry } from '@bakwacht/registry'
import { startPostgres, temporaryFolder } from '@bakwacht/test-support'
import type { Report } from './figure.ts'
import { depotIds, registerFleet } from './planning/large-fleet.ts'
import { cpuSecondsOf, rssOf } from './process-usage.ts'
import { workingDayAfter } from './working-day.ts'

const MAIN = new URL('../../services/planner/src/main.ts', import.meta.url).pathname
const DEPOTS = 10
const BINS_EACH = 500
const ZONE = 'Europe/Brussels'

export async function benchPlanning(report: Report): Promise<void> {
  const postgres = await startPostgres()
  const registry = await openRegistry({ url: postgres.url }, { clock: Date.now })
  try {
    await registerFleet(registry, DEPOTS, BINS_EACH, Date.now())
    for (const processes of [1, 2]) await plansBy(processes, registry, postgres.url, report)
  } finally {
    await registry.stop()
    await postgres.stop()
  }
}

async function plansBy(
  processes: number,
  registry: Registry,
  url: string,
  report: Report,
): Promise<void> {
  const date = workingDayAfter(localDate(Date.now(), ZONE), processes)
  const folder = temporaryFolder('planners')
  const planners = Array.from({ length: processes }, (_, n) => startPlanner(url, folder.path, n))
  const client = createPlanClient({ jobs: registry.jobs, clock: Date.now, pollMs: 100 })
  // The first answer says that the processes are up; an empty plan costs next to nothing.
  await Promise.all(planners.map(() => client.make({ date: '2020-01-01', depotId: 'depot-1' })))
  const begun = performance.now()
  const ids = await Promise.all(depotIds(DEPOTS).map((depotId) => client.make({ date, depotId })))
  const seconds = (performance.now() - begun) / 1000
  const found = await Promise.all(ids.map((id) => registry.plans.find(id)))
  const plans = found.filter((plan) => plan !== undefined)
  const pids = planners.flatMap(({ pid }) => pid ?? [])
  const stops = plans.map(stopsIn)
  report({
    name: `planning/${DEPOTS} depots of ${BINS_EACH} bins, ${processes} planner processes`,
    value: seconds,
    unit: 's until all plans are there',
    detail: {
      stops: stops.reduce((sum, each) => sum + each, 0),
      search_s: plans[0]?.plan.solver?.seconds ?? Number.NaN,
      cpu_s: pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
      rss_mb_each: Math.max(...pids.map((pid) => rssOf(pid) / 1e6)),
    },
  })
  await Promise.all(planners.map(stop))
  folder.remove()
}

const stopsIn = ({ runs }: PlanWithRuns): number =>
  runs.flatMap(({ stops }) => stops).filter(({ kind }) => kind === 'container').length

const startPlanner = (url: string, folder: string, n: number): ChildProcess =>
  spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      BAKWACHT_DATABASE_URL: url,
      BAKWACHT_DATA_DIR: `${folder}/${n}`,
      BAKWACHT_HTTP_PORT: '0',
      BAKWACHT_LOG_LEVEL: 'error',
      BAKWACHT_PLAN_CRON: '0 4 1 1 *',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

async function stop(planner: ChildProcess): Promise<void> {
  const ended = once(planner, 'exit')
  planner.kill('SIGTERM')
  await ended
}
