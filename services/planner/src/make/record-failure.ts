import type { Plan } from '@bakwacht/domain'
import { type PlanRequest, statusOf } from '@bakwacht/planning'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/** Stores that the plan could not be made, and why; the runs that it had stay, and approved ones keep it approved. */
export async function recordFailure(
  { date, depotId }: PlanRequest,
  message: string,
  { registry, ids, clock }: PlannerDependencies,
): Promise<void> {
  const before = await registry.plans.findFor(date, depotId)
  const settings = await registry.settings.current()
  const now = clock()
  const plan: Plan = {
    ...(before?.plan ?? {
      ...{ id: ids(), date, depotId, notCollected: [], solver: null, createdAt: now },
      settingsVersion: settings.version,
      travelTimes: 'estimate' as const,
    }),
    version: (before?.plan.version ?? 0) + 1,
    status: statusOf(before?.runs ?? []) === 'approved' ? 'approved' : 'failed',
    updatedAt: now,
    message,
  }
  await registry.plans.save({ plan, runs: before?.runs ?? [] }, before?.plan.version ?? 0)
}
