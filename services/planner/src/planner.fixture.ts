// A planner on a real registry file, with the real search on its thread and a clock that stands.
import { join } from 'node:path'
import {
  type Container,
  type ContainerState,
  containerDefaults,
  DAY_MS,
  depotDefaults,
  HOUR_MS,
  instantOf,
  settingsDefaults,
  type Vehicle,
  vehicleDefaults,
} from '@bakwacht/domain'
import type { JudgeOtherwise } from '@bakwacht/plan-queue'
import type { PlanWithRuns } from '@bakwacht/planning'
import { openRegistry, type Registry } from '@bakwacht/registry'
import { estimateOnly, type Roads } from '@bakwacht/roads'
import { type Log, silentLog } from '@bakwacht/runtime'
import { measuredState, temporaryFolder } from '@bakwacht/test-support'
import { expect } from 'vitest'
import { createPlanner, type Planner } from './service.ts'
import type { Solver } from './solver/solver.ts'
import { createThreadSolver } from './solver/thread-solver.ts'

export const ZONE = 'Europe/Brussels'
/** A Monday. */
export const DATE = '2026-11-23'
export const at = (clock: string, date = DATE): number => instantOf(date, clock, ZONE)

export interface World extends AsyncDisposable {
  readonly registry: Registry
  /** How another thread opens it; beside it nothing. */
  readonly source: { readonly sqliteFile: string }
  readonly planner: Planner
  readonly clock: { now: number }
}

interface Options {
  readonly now?: number
  readonly cron?: string
  readonly solver?: Solver
  readonly vehicles?: readonly Partial<Vehicle>[]
  readonly fills?: readonly number[]
  readonly roads?: Roads
  readonly judgeOtherwise?: JudgeOtherwise
  readonly log?: Log
}

/** A depot, two vans and a bin for each of `fills`, measured an hour ago; bin-1, bin-2 … */
export async function openWorld({
  now = at('04:00'),
  cron = '0 4 * * 1-6',
  solver = briefSolver(),
  vehicles = [{}, {}],
  fills = [90, 85, 80, 20, 10],
  roads = estimateOnly(),
  judgeOtherwise = async () => expect.fail('nothing is to be judged again'),
  log = silentLog,
}: Options = {}): Promise<World> {
  const folder = temporaryFolder('planner')
  const clock = { now }
  const source = { sqliteFile: join(folder.path, 'registry.sqlite') }
  const registry = await openRegistry(source, { clock: () => clock.now })
  await registry.settings.put({
    ...settingsDefaults,
    plan: { ...settingsDefaults.plan, solveSeconds: 0.2 },
  })
  await registry.depots.put([
    { id: 'depot-1', name: 'Depot Mechelen', location: [4.48, 51.03], ...depotDefaults },
  ])
  await registry.vehicles.put(vehicles.map((over, n) => vanOf(n + 1, over)))
  const containers = fills.map((_, n) => binOf(n + 1, now))
  await registry.containers.put(containers)
  const changes = containers.map((container, n) => ({
    state: stateOf(container, fills[n] ?? 0, now),
    alertsSince: now,
    episodes: [],
  }))
  await registry.states.apply(changes, now)
  let last = 0
  const planner = createPlanner({
    registry,
    roads,
    solver,
    judgeOtherwise,
    clock: () => clock.now,
    ids: () => `id-${++last}`,
    log,
    timezone: ZONE,
    cron,
  })
  return {
    registry,
    source,
    planner,
    clock,
    async [Symbol.asyncDispose]() {
      await planner.stop()
      await registry.stop()
      folder.remove()
    },
  }
}

/** The real search, for no longer than a dozen bins need, however much a trial gives it. */
function briefSolver(): Solver {
  const { name, threads, solve, stop } = createThreadSolver({ threads: 2 })
  const brief = (seconds: number) => Math.min(seconds, 0.3)
  return {
    ...{ name, threads, stop },
    solve: (problem, options) => solve(problem, { ...options, seconds: brief(options.seconds) }),
  }
}

const vanOf = (n: number, over: Partial<Vehicle>): Vehicle => ({
  id: `van-${n}`,
  name: `Van ${n}`,
  depotId: 'depot-1',
  payloadKg: 600,
  volumeL: 9000,
  ...vehicleDefaults,
  ...over,
})

export const binOf = (n: number, now: number): Container => ({
  id: `bin-${n}`,
  name: `Street ${n}`,
  location: [4.48 + n * 0.01, 51.03],
  capacityL: 2500,
  ...containerDefaults,
  lastEmptiedAt: now - 6 * DAY_MS,
  createdAt: now - 100 * DAY_MS,
})

export const stateOf = (container: Container, pct: number, now: number): ContainerState =>
  measuredState(container, pct, now - HOUR_MS, { fill: { full: pct >= 70 } })

/** Container ids of a plan's runs, sorted. */
export const visited = ({ runs }: PlanWithRuns): string[] =>
  runs.flatMap(({ stops }) => stops.flatMap(({ containerId }) => containerId ?? [])).toSorted()

export const codes = ({ plan }: PlanWithRuns): Record<string, string> =>
  Object.fromEntries(plan.notCollected.map((left) => [left.containerId, left.reason.code]))

/** A date's plan as it is stored, of all depots or of one. */
export async function make(
  { planner, registry }: World,
  date = DATE,
  depotId: string | null = null,
): Promise<PlanWithRuns> {
  const id = await planner.make({ date, depotId })
  return (await registry.plans.find(id)) ?? expect.fail(`plan ${id} is not stored`)
}

export async function change(
  { planner }: World,
  { plan }: PlanWithRuns,
  ...ops: Parameters<World['planner']['change']>[1]
): Promise<PlanWithRuns> {
  return (await planner.change(plan.id, ops, plan.version, false)).planned
}
