import type { Backend } from '../../system/backend.ts'
import { call } from '../../system/call.ts'

interface PlanAnswer {
  readonly version: number
  readonly travel_times: 'roads' | 'estimate'
  readonly solver: Readonly<Record<'seconds' | 'threads' | 'iterations' | 'cost', number>> | null
  readonly runs: readonly {
    readonly stops: readonly { readonly kind: string; readonly reason: { readonly code: string } }[]
    readonly totals: { readonly distance_m: number; readonly cost: number }
  }[]
  readonly not_collected: readonly { readonly reason: { readonly code: string } }[]
}

export interface MadePlan {
  readonly wallSeconds: number
  readonly searchSeconds: number
  readonly threads: number
  readonly iterations: number
  readonly travelTimes: string
  readonly runs: number
  readonly stops: number
  readonly km: number
  readonly cost: number
  /** What the search brought down: the runs’ cost, and the prizes of what they leave out. */
  readonly searchedCost: number
  /** `code count`, the most frequent first. */
  readonly leftOut: string
}

export async function makePlan(backend: Backend, date: string): Promise<MadePlan> {
  const began = performance.now()
  const plan = await call<PlanAnswer>(backend, 'POST', '/plans', { date })
  const wallSeconds = (performance.now() - began) / 1000
  const total = (of: 'distance_m' | 'cost') =>
    plan.runs.reduce((sum, { totals }) => sum + totals[of], 0)
  const stops = plan.runs.flatMap((run) => run.stops)
  return {
    wallSeconds,
    searchSeconds: plan.solver?.seconds ?? 0,
    threads: plan.solver?.threads ?? 0,
    iterations: plan.solver?.iterations ?? 0,
    travelTimes: plan.travel_times,
    runs: plan.runs.length,
    stops: stops.filter(({ kind }) => kind === 'container').length,
    km: total('distance_m') / 1000,
    cost: total('cost'),
    searchedCost: plan.solver?.cost ?? 0,
    leftOut: counted(plan.not_collected.map(({ reason }) => reason.code)),
  }
}

function counted(codes: readonly string[]): string {
  const counts = [...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length])
  return counts
    .toSorted((a, b) => Number(b[1]) - Number(a[1]))
    .map((count) => count.join(' '))
    .join(', ')
}

interface WireSettings {
  readonly plan: Readonly<Record<string, number>>
}

export async function changePlanSettings(
  backend: Backend,
  over: Readonly<Record<string, number>>,
): Promise<void> {
  const settings = await call<WireSettings>(backend, 'GET', '/settings')
  await call(backend, 'PUT', '/settings', { ...settings, plan: { ...settings.plan, ...over } })
}
