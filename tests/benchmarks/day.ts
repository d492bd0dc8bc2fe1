// A real day through the whole backend: bins that reported over MQTT, trucks, roads, one `POST /plans`.
// How long it takes, what it costs, and what others who ask meanwhile notice of it.
import { availableParallelism } from 'node:os'
import { localDate, sizeOf } from '@bakwacht/domain'
import { openRoads } from '@bakwacht/roads'
import { silentLog } from '@bakwacht/runtime'
import { folderWithRoads, whyMissing } from '@bakwacht/test-support'
import { type Backend, startBackend } from '../system/backend.ts'
import { askMeanwhile, type Waits } from './day/ask-meanwhile.ts'
import { putBins, putTruck, registerDay } from './day/depot-day.ts'
import { changePlanSettings, type MadePlan, makePlan } from './day/make-plan.ts'
import type { Report } from './figure.ts'
import { cpuSecondsOf, peakRssOf } from './process-usage.ts'
import { startInstantServer } from './roads/instant-server.ts'
import { placesOnRoads, scatteredPlaces } from './roads/places.ts'
import { UsageError } from './usage-error.ts'
import { workingDayAfter } from './working-day.ts'

/** The limits are `solve_seconds`; 200 visits take two ninths of them. */
const SMALL = { bins: 200, trucks: 4, goalSeconds: 15, limits: [22.5, 45, 90] }
const LARGE = { bins: 2000, trucks: 25, goalSeconds: 60, limits: [22.5, 45, 90] }
const ZONE = 'Europe/Brussels'
const ALONE_SECONDS = 10

const parts = { roads: smallDay, large: largeDay }

export async function benchDay(report: Report, [part, unwanted]: readonly string[]): Promise<void> {
  if (unwanted !== undefined || (part !== undefined && !Object.hasOwn(parts, part)))
    throw new UsageError(`got ${unwanted ?? part}, wanted nothing or one of ${Object.keys(parts)}`)
  for (const [name, measure] of Object.entries(parts))
    if ((part ?? name) === name) await measure(report)
}

/** On real roads. */
async function smallDay(report: Report): Promise<void> {
  using folder = folderWithRoads()
  if (folder === undefined) return console.error(`skipped: ${whyMissing('valhalla')}`)
  const bins = await placesInReach(folder.path, SMALL.bins)
  const backend = await started({ dataDir: folder.path })
  try {
    await registerDay(backend, [4.7, 51.0], bins, SMALL.trucks)
    const name = `${SMALL.bins} bins, ${SMALL.trucks} trucks, Valhalla`
    await sayPlan(report, `${name}, nothing known`, await makePlan(backend, day(1)))
    await measureDay(report, backend, name, SMALL)
  } finally {
    await backend.stop()
  }
}

/** Four million pairs of real roads take too long to find: those of a stand-in are cached just as well. */
async function largeDay(report: Report): Promise<void> {
  await using roads = await startInstantServer()
  const backend = await started({ env: { BAKWACHT_VALHALLA_URL: roads.url } })
  try {
    const bins = scatteredPlaces(LARGE.bins)
    await registerDay(backend, [4.7, 51.0], bins, LARGE.trucks)
    const name = `${LARGE.bins} bins, ${LARGE.trucks} trucks, made-up roads`
    await sayPlan(report, `${name}, nothing known`, await makePlan(backend, day(1)))
    await measureDay(report, backend, name, LARGE)
    await measureImpossible(report, backend, bins)
  } finally {
    await backend.stop()
    backend.removeData()
  }
}

async function measureDay(
  report: Report,
  backend: Backend,
  name: string,
  { goalSeconds, limits }: typeof SMALL,
): Promise<void> {
  sayWaits(
    report,
    `${name}: nobody plans`,
    (await askMeanwhile(backend, idle, ALONE_SECONDS)).waits,
  )
  const { result, waits } = await askMeanwhile(backend, makePlan(backend, day(2)))
  sayPlan(report, name, result, goalSeconds)
  sayWaits(report, `${name}: while the plan is made`, waits, '< 50')
  const again = await askMeanwhile(backend, makePlan(backend, day(2)))
  sayPlan(report, `${name}, made again`, again.result, goalSeconds)
  sayWaits(report, `${name}: while it is made again`, again.waits, '< 50')
  sayMemory(report, name, backend)

  // What more time is worth: without a price on changes, each is the cheapest that was found.
  for (const seconds of limits) {
    await changePlanSettings(backend, { solve_seconds: seconds, change_cost: 0 })
    sayPlan(report, `${name}, solve_seconds ${seconds}`, await makePlan(backend, day(3)))
  }
}

async function measureImpossible(
  report: Report,
  backend: Backend,
  bins: Parameters<typeof putBins>[1],
): Promise<void> {
  await changePlanSettings(backend, { solve_seconds: 10 })
  for (let n = 1; n < LARGE.trucks; n++) await putTruck(backend, n, false)
  const name = `${LARGE.bins} bins`
  sayPlan(report, `${name}, one truck`, await makePlan(backend, day(4)))
  await putTruck(backend, 0, false)
  sayPlan(report, `${name}, no truck`, await makePlan(backend, day(5)))
  for (let n = 0; n < LARGE.trucks; n++) await putTruck(backend, n, true)
  await putBins(backend, bins, { shut: true })
  sayPlan(report, `${name}, all shut`, await makePlan(backend, day(6)))
}

const idle = Promise.resolve()
const day = (nth: number): string => workingDayAfter(localDate(Date.now(), ZONE), nth)

/** Plans when it is told to, never by the clock. */
const started = (options: Parameters<typeof startBackend>[0]): Promise<Backend> =>
  startBackend({ ...options, env: { BAKWACHT_PLAN_CRON: '0 4 1 1 *', ...options?.env } })

async function placesInReach(dataDir: string, count: number) {
  const roads = openRoads({
    ...{ dataDir, valhallaUrl: undefined, valhallaTiles: undefined },
    ...{ log: silentLog, clock: Date.now },
  })
  try {
    const truck = sizeOf({ type: 'truck', payloadKg: 3000 })
    return await placesOnRoads(await roads.current(), truck, count)
  } finally {
    await roads.stop()
  }
}

function sayPlan(report: Report, name: string, plan: MadePlan, goalSeconds?: number): void {
  const { wallSeconds, ...detail } = plan
  const goal = goalSeconds === undefined ? {} : { goal: `<= ${goalSeconds}` }
  report({ name, value: wallSeconds, unit: 's', ...goal, detail })
}

function sayWaits(report: Report, name: string, waits: Waits, goal?: string): void {
  const { p99Ms, ...detail } = waits
  report({
    ...{ name: `${name}, p99 of what is asked`, value: p99Ms, unit: 'ms', detail },
    ...(goal !== undefined && { goal }),
  })
}

function sayMemory(report: Report, name: string, { pid }: Backend): void {
  const detail = { cpu_s: cpuSecondsOf(pid), cores: availableParallelism() }
  report({ name: `${name}, largest RSS`, value: peakRssOf(pid) / 1e6, unit: 'MB', detail })
}
