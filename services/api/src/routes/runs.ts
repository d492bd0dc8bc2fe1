import { dateSchema, RUN_STATUSES } from '@bakwacht/wire'
import { z } from 'zod'
import { asking } from '../auth/principal.ts'
import type { ApiContext, App } from '../context.ts'
import { idParams, idSchema } from '../schemas/id.ts'
import { pageFields, pageOf, pageRequest, wirePage } from '../schemas/page.ts'
import { runSchema, runToWire } from '../schemas/run.ts'
import { etagOf } from '../server/if-match.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

const runQuery = z.strictObject({
  ...pageFields,
  date: dateSchema.optional(),
  vehicle_id: idSchema.optional().describe("This vehicle's runs alone."),
  status: z.enum(RUN_STATUSES).optional().describe('Runs in this state alone.'),
})

export function runRoutes(app: App, context: ApiContext): void {
  const { registry } = context
  const tags = ['runs']

  app.get(
    '/runs',
    {
      config: {
        roles: ['viewer', 'driver'],
        runToken: 'filtered',
        problems: ['invalid_cursor'],
        headers: ['accept-language'],
      },
      schema: {
        tags,
        summary: "Collection runs, in the order of departure: pull the day's routes",
        querystring: runQuery,
        response: { 200: pageOf(runSchema) },
      },
    },
    async (request) => {
      const reader = readerOf(request, context)
      const { runId } = asking(request)
      if (runId !== null) {
        const run = await registry.plans.run(runId)
        return { items: run === undefined ? [] : [runToWire(run, reader)], next_cursor: null }
      }
      const { date, vehicle_id: vehicleId, status } = request.query
      const page = await registry.plans.runs({
        ...pageRequest(request.query),
        ...(date !== undefined && { date }),
        ...(vehicleId !== undefined && { vehicleId }),
        ...(status !== undefined && { status: [status] }),
      })
      return wirePage(page, (run) => runToWire(run, reader))
    },
  )

  app.get(
    '/runs/:id',
    {
      config: {
        roles: ['viewer', 'driver'],
        runToken: 'own',
        problems: ['not_found'],
        headers: ['accept-language'],
      },
      schema: { tags, summary: 'Read a run', params: idParams, response: { 200: runSchema } },
    },
    async (request, reply) => {
      const { id } = request.params
      const run = found(await registry.plans.run(id), 'run', id)
      reply.header('etag', etagOf(run.version)).header('vary', 'accept-language')
      return runToWire(run, readerOf(request, context))
    },
  )
}
