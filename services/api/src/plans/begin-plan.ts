// `Prefer: respond-async`: the plan stands there as `planning` at once, and is made meanwhile.
import type { Plan } from '@bakwacht/domain'
import { type PlanRequest, statusOf } from '@bakwacht/planning'
import type { ApiContext } from '../context.ts'

/** @returns the plan's id */
export async function beginPlan(context: ApiContext, request: PlanRequest): Promise<string> {
  const { registry, planMaker, background, clock } = context
  const before = await registry.plans.findFor(request.date, request.depotId)
  const plan: Plan = {
    ...(before?.plan ?? (await emptyPlan(context, request))),
    version: (before?.plan.version ?? 0) + 1,
    status: 'planning',
    message: null,
    updatedAt: clock(),
  }
  await registry.plans.save({ plan, runs: before?.runs ?? [] }, before?.plan.version ?? 0)
  background.run('plan', async () => {
    try {
      await planMaker.make(request)
    } catch (err) {
      // The backend goes down: the planner makes it meanwhile, or at its next start.
      if (isStopped(err)) return
      await markFailed(context, plan.id, err)
      // Who makes plans has it in the log.
      if (codeOf(err) !== 'PLAN_FAILED') throw err
    }
  })
  return plan.id
}

const STOPPED: readonly unknown[] = ['SOLVER_STOPPED', 'ROADS_STOPPED', 'STOPPED_WAITING']
const isStopped = (err: unknown): boolean => STOPPED.includes(codeOf(err))

const codeOf = (err: unknown): unknown =>
  err instanceof Error && 'code' in err ? err.code : undefined

async function emptyPlan(
  { registry, ids, clock }: ApiContext,
  request: PlanRequest,
): Promise<Plan> {
  const { version: settingsVersion } = await registry.settings.current()
  return {
    id: ids(),
    version: 0,
    date: request.date,
    depotId: request.depotId,
    status: 'planning',
    notCollected: [],
    settingsVersion,
    solver: null,
    travelTimes: 'estimate',
    createdAt: clock(),
    updatedAt: clock(),
    message: null,
  }
}

async function markFailed({ registry, clock }: ApiContext, id: string, err: unknown) {
  const stored = await registry.plans.find(id)
  if (stored?.plan.status !== 'planning') return
  const { plan, runs } = stored
  const message = err instanceof Error ? err.message : String(err)
  const status = statusOf(runs) === 'approved' ? 'approved' : 'failed'
  const failed = {
    ...plan,
    version: plan.version + 1,
    status,
    message,
    updatedAt: clock(),
  } as const
  await registry.plans.save({ plan: failed, runs }, plan.version)
}
