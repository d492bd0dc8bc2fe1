import type { Plan } from '@bakwacht/domain'
import type { PlanRequest } from '@bakwacht/planning'
import type { PlannerDependencies } from '../planner-dependencies.ts'

/** Stores that the plan could not be made, and why; the runs that it had stay. */
export async function recordFailure(
  { date, depotId }: PlanRequest,
  message: string,
  { registry, ids, clock, travelTimes }: PlannerDependencies,
): Promise<void> {
  const before = await registry.plans.findFor(date, depotId)
  const settings = await registry.settings.current()
  const now = clock()
  const plan: Plan = {
    ...(before?.plan ?? {
      ...{ id: ids(), date, depotId, notCollected: [], solver: null, createdAt: now },
      settingsVersion: settings.version,
      travelTimes: travelTimes.kind,
    }),
    version: (before?.plan.version ?? 0) + 1,
    status: 'failed',
    updatedAt: now,
    message,
  }
  await registry.plans.save({ plan, runs: before?.runs ?? [] }, before?.plan.version ?? 0)
}
