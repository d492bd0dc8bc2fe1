// Makes a plan of one run with one stop for every container, without looking at anything.
import { type Container, HOUR_MS, type Run } from '@bakwacht/domain'
import {
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
    return found(await registry.plans.find(planned.plan.id))
  },

  async change(planId, ops, expectedVersion, dryRun) {
    const { plan, runs } = found(await registry.plans.find(planId))
    for (const op of ops)
      if (op.op !== 'approve') throw new PlanOpRefused(op, 'this plan maker only approves')
    const next = {
      plan: { ...plan, version: plan.version + 1, status: 'approved' },
      runs: runs.map((run) => ({ ...run, status: 'approved' as const })),
    } satisfies PlanWithRuns
    if (!dryRun) await registry.plans.save(next, expectedVersion)
    const planned = dryRun ? next : found(await registry.plans.find(planId))
    return { planned, delta: { cost: 9, distanceM: 6200, durationS: 840 } }
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
  return {
    plan: {
      id,
      version: (before?.plan.version ?? 0) + 1,
      date,
      depotId,
      status: 'draft',
      notCollected: [
        { containerId: 'left-out', reason: { code: 'not_full', evidence: { expected_pct: 12 } } },
      ],
      settingsVersion: 1,
      solver: null,
      travelTimes: 'estimate',
      createdAt: now,
      updatedAt: now,
      message: null,
    },
    runs: [runOf(id, date, containers)],
  }
}

function runOf(planId: string, date: string, containers: readonly Container[]): Run {
  const departure = Date.parse(`${date}T07:00:00Z`)
  const visits = containers.map(({ id, name, location }) => ({
    kind: 'container' as const,
    containerId: id,
    name,
    location,
    reason: { code: 'full', evidence: { fill_pct: 87 } } as const,
  }))
  const unload = {
    kind: 'unload' as const,
    containerId: null,
    name: 'Leuven',
    location: [4.72, 50.89] as const,
    reason: { code: 'unload', evidence: {} } as const,
  }
  return {
    id: `${planId}-run`,
    planId,
    version: 1,
    date,
    depotId: 'leuven',
    vehicleId: 'van-1',
    driver: null,
    status: 'draft',
    departure,
    arrival: departure + 4 * HOUR_MS,
    pause: null,
    stops: [...visits, unload].map((visit, at) => ({
      ...visit,
      id: `${planId}-stop-${at + 1}`,
      seq: at + 1,
      trip: 1,
      arrival: departure + (at + 1) * 600_000,
      departure: departure + (at + 1) * 600_000 + 300_000,
      expectedKg: 75,
      expectedL: 900,
      legDistanceM: 4200,
      legDurationS: 480,
      lock: 'none',
      result: null,
    })),
    totals: { distanceM: 8400, durationS: 14_400, kg: 75, l: 900, cost: 61.5 },
  }
}
