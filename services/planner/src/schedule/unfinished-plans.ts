import { localDate } from '@bakwacht/domain'
import type { PlanRequest } from '@bakwacht/planning'
import type { PlannerDependencies } from '../planner-dependencies.ts'

const PAGE = 50

/**
 * Plans from today on that were being made when their planner ended (a crash, a power cut):
 * nobody else would ever finish them.
 */
export async function unfinishedPlans({
  registry,
  clock,
  timezone,
}: Pick<PlannerDependencies, 'registry' | 'clock' | 'timezone'>): Promise<readonly PlanRequest[]> {
  const today = localDate(clock(), timezone)
  const unfinished: PlanRequest[] = []
  // Newest date first.
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await registry.plans.page({ limit: PAGE, ...(cursor && { cursor }) })
    for (const { plan } of page.items)
      if (plan.status === 'planning' && plan.date >= today)
        unfinished.push({ date: plan.date, depotId: plan.depotId })
    cursor = page.items.some(({ plan }) => plan.date < today) ? null : page.nextCursor
  }
  return unfinished
}
