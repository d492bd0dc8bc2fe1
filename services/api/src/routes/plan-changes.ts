import type { Run } from '@bakwacht/domain'
import { z } from 'zod'
import { endLinks } from '../auth/run-token.ts'
import type { ApiContext, App } from '../context.ts'
import { idParams } from '../schemas/id.ts'
import { flagParam } from '../schemas/page.ts'
import { planToWire } from '../schemas/plan.ts'
import { changedPlanSchema, deltaToWire, opFromWire, planChangeSchema } from '../schemas/plan-op.ts'
import { etagOf, expectedVersion } from '../server/if-match.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

const changeQuery = z.strictObject({
  dry_run: flagParam.describe('true: what it would cost; nothing is stored.'),
})

export function planChangeRoute(app: App, context: ApiContext): void {
  const { registry, planMaker } = context
  app.patch(
    '/plans/:id',
    {
      config: {
        roles: ['planner'],
        headers: ['if-match', 'accept-language'],
        problems: [
          'not_found',
          'invalid_body',
          'plan_op_refused',
          'precondition_required',
          'precondition_failed',
          'version_conflict',
        ],
      },
      schema: {
        tags: ['plans'],
        summary: 'Change a plan: approve, move, drop, add …',
        description: 'All ops or none. `If-Match` must name the version that you read.',
        params: idParams,
        querystring: changeQuery,
        body: planChangeSchema,
        response: { 200: changedPlanSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const dryRun = request.query.dry_run
      const { plan, runs } = found(await registry.plans.find(id), 'plan', id)
      const version = expectedVersion(request, plan.version)
      const ops = request.body.ops.map(opFromWire)
      const { planned, delta } = await planMaker.change(id, ops, version, dryRun)
      if (!dryRun)
        for (const run of runs)
          if (isHandedOver(run, planned.runs)) await endLinks(registry.tokens, run.id)
      reply.header('etag', etagOf(dryRun ? plan.version : planned.plan.version))
      return {
        ...(await planToWire(planned, readerOf(request, context))),
        dry_run: dryRun,
        delta: deltaToWire(delta),
      }
    },
  )
}

/** From one driver to another: a link that is sent before anybody is named stays. */
function isHandedOver({ id, driver }: Run, after: readonly Run[]): boolean {
  const now = after.find((run) => run.id === id)
  return driver !== null && now !== undefined && now.driver !== driver
}
