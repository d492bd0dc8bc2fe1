// Makes a plan of one run with one stop for every container, without looking at anything.
import { type Container, HOUR_MS, type Run } from '@bakwacht/domain'
import { plan, run, stop, unload } from '@bakwacht/domain/fixture'
import {
  hindrance,
  type PlanMaker,
  PlanOpRefused,
  type PlanRequest,
  type PlanWithRuns,
} from '@bakwacht/planning'
import type { Registry } from '@bakwacht/registry'

export const stubPlanMaker = (registry: Registry, clock: () => number): PlanMaker => ({
  async make(request) {
    const before = await registry.plans.findFor(request.date, request.depotId)
    const planned = planOf(request, await registry.containers.all(), clock(), before)
    await registry.plans.save(planned, before?.plan.version ?? 0)
    return planned.plan.id
  },

  async change(planId, ops, expectedVersion, dryRun) {
    const before = found(await registry.plans.find(planId))
    for (const op of ops)
      if (op.op !== 'approve') throw new PlanOpRefused(op, hindrance('being_made'))
    const next = {
      plan: { ...before.plan, version: before.plan.version + 1, status: 'approved' },
      runs: before.runs.map((run) => ({ ...run, status: 'approved' as const })),
    } satisfies PlanWithRuns
    if (!dryRun) await registry.plans.save(next, expectedVersion)
    const planned = dryRun ? next : found(await registry.plans.find(planId))
    return { planned, delta: { cost: 9, distanceM: 6200, durationS: 840 } }
  },

  async trySettings({ date, settings }) {
    const totals = { distanceM: 8400, durationS: 14_400, kg: 75, l: 900, cost: 61.5 }
    const plan = { runs: 1, bins: 1, overflows: 1.24, ...totals }
    const before = { code: 'not_full', evidence: { expected_pct: settings.mayFromPct } } as const
    const after = { code: 'full', evidence: { expected_pct: 88 } } as const
    const comesIn = (await registry.containers.all()).map(({ id: containerId }) => ({
      ...{ containerId, before, after },
    }))
    return {
      date: date ?? '2026-11-23',
      before: plan,
      after: { ...plan, bins: 2 },
      comesIn,
      fallsOut: [],
      otherReason: [],
    }
  },
})

const found = (planned: PlanWithRuns | undefined): PlanWithRuns => {
  if (planned === undefined) throw new Error('the plan was not stored')
  return planned
}

function planOf(
  { date, depotId }: PlanRequest,
  containers: readonly Container[],
  now: number,
  before: PlanWithRuns | undefined,
): PlanWithRuns {
  const id = before?.plan.id ?? `plan-${date}`
  const reason = { code: 'not_full', evidence: { expected_pct: 12 } } as const
  return {
    plan: plan(id, {
      version: (before?.plan.version ?? 0) + 1,
      date,
      depotId,
      notCollected: [{ containerId: 'left-out', reason }],
      createdAt: now,
      updatedAt: now,
    }),
    runs: [runOf(id, date, containers)],
  }
}

function runOf(planId: string, date: string, containers: readonly Container[]): Run {
  const departure = Date.parse(`${date}T07:00:00Z`)
  const when = (at: number) => ({
    seq: at + 1,
    arrival: departure + (at + 1) * 600_000,
    departure: departure + (at + 1) * 600_000 + 300_000,
  })
  const stopId = (at: number) => `${planId}-stop-${at + 1}`
  const visits = containers.map(({ id: containerId, name, location }, at) =>
    stop(stopId(at), { ...when(at), containerId, name, location }),
  )
  const last = { ...unload(stopId(visits.length)), ...when(visits.length) }
  return run(`${planId}-run`, {
    planId,
    date,
    depotId: 'leuven',
    vehicleId: 'van-1',
    departure,
    arrival: departure + 4 * HOUR_MS,
    stops: [...visits, { ...last, name: 'Leuven', location: [4.72, 50.89] }],
    totals: { distanceM: 8400, durationS: 14_400, kg: 75, l: 900, cost: 61.5 },
  })
}
