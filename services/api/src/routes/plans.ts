import { dateSchema } from '@bakwacht/wire'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { checkReferences } from '../fleet/references.ts'
import { beginPlan } from '../plans/begin-plan.ts'
import { refusePast } from '../plans/refuse-past.ts'
import { idParams } from '../schemas/id.ts'
import { pageFields, pageOf, pageRequest } from '../schemas/page.ts'
import { newPlanSchema, planSchema, planToWire } from '../schemas/plan.ts'
import { etagOf } from '../server/if-match.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

const planQuery = z.strictObject({ ...pageFields, date: dateSchema.optional() })

export function planRoutes(app: App, context: ApiContext): void {
  const { registry, planMaker, once } = context
  const tags = ['plans']

  app.post(
    '/plans',
    {
      config: {
        roles: ['planner'],
        headers: ['prefer', 'idempotency-key', 'accept-language'],
        problems: [
          'invalid_body',
          'unknown_reference',
          'version_conflict',
          'plan_failed',
          'idempotency_key_reused',
        ],
      },
      schema: {
        tags,
        summary: "Make a date's plan, or make it again",
        description:
          'Made again, it keeps its id; drafts are replaced, approved and started runs stand. `Prefer: respond-async` answers 202 at once: read the plan until its status is no longer `planning`. `Idempotency-Key` makes asking twice plan once.',
        body: newPlanSchema,
        response: { 201: planSchema, 202: planSchema },
      },
    },
    async (request, reply) => {
      const { date, depot_id: depotId } = request.body
      refusePast(date, context)
      await checkReferences(registry, [{ field: 'depot_id', id: depotId, kind: 'depot' }], {
        active: true,
      })
      const wanted = { date, depotId }
      const later = prefersAsync(request)
      const id = await once(request, async () =>
        later ? beginPlan(context, wanted) : await planMaker.make(wanted),
      )
      const planned = found(await registry.plans.find(id), 'plan', id)
      if (later) reply.header('preference-applied', 'respond-async')
      return reply
        .code(later ? 202 : 201)
        .header('location', `/api/v1/plans/${encodeURIComponent(id)}`)
        .header('etag', etagOf(planned.plan.version))
        .send(await planToWire(planned, readerOf(request, context)))
    },
  )

  app.get(
    '/plans',
    {
      config: { roles: ['viewer'], problems: ['invalid_cursor'], headers: ['accept-language'] },
      schema: {
        tags,
        summary: 'Plans, newest date first',
        querystring: planQuery,
        response: { 200: pageOf(planSchema) },
      },
    },
    async (request) => {
      const { date } = request.query
      const page = await registry.plans.page({
        ...pageRequest(request.query),
        ...(date !== undefined && { date }),
      })
      const reader = readerOf(request, context)
      const items = []
      for (const planned of page.items) items.push(await planToWire(planned, reader))
      return { items, next_cursor: page.nextCursor }
    },
  )

  app.get(
    '/plans/:id',
    {
      config: { roles: ['viewer'], problems: ['not_found'], headers: ['accept-language'] },
      schema: { tags, summary: 'Read a plan', params: idParams, response: { 200: planSchema } },
    },
    async (request, reply) => {
      const { id } = request.params
      const planned = found(await registry.plans.find(id), 'plan', id)
      reply.header('etag', etagOf(planned.plan.version)).header('vary', 'accept-language')
      return planToWire(planned, readerOf(request, context))
    },
  )
}

/** RFC 7240. */
function prefersAsync(request: FastifyRequest): boolean {
  const preferences = String(request.headers.prefer ?? '').split(/[,;]/)
  return preferences.some((one) => one.trim().toLowerCase() === 'respond-async')
}
