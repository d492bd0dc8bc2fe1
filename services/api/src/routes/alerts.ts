import { z } from 'zod'
import { asking } from '../auth/principal.ts'
import type { ApiContext, App } from '../context.ts'
import { alertSchema, alertToWire } from '../schemas/alert.ts'
import { idParams, idSchema } from '../schemas/id.ts'
import { pageFields, pageOf, pageRequest, wirePage } from '../schemas/page.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

const alertQuery = z.strictObject({
  ...pageFields,
  open: z.enum(['true', 'false']).optional().describe('Only open ones, or only those over.'),
  container_id: idSchema.optional().describe("This container's alerts alone."),
})

export function alertRoutes(app: App, context: ApiContext): void {
  const { registry, clock } = context
  const tags = ['alerts']

  app.get(
    '/alerts',
    {
      config: { roles: ['viewer'], problems: ['invalid_cursor'], headers: ['accept-language'] },
      schema: {
        tags,
        summary: 'Alerts, newest first',
        querystring: alertQuery,
        response: { 200: pageOf(alertSchema) },
      },
    },
    async (request) => {
      const { open, container_id: containerId } = request.query
      const page = await registry.alerts.page({
        ...pageRequest(request.query),
        ...(open !== undefined && { open: open === 'true' }),
        ...(containerId !== undefined && { containerId }),
      })
      const reader = readerOf(request, context)
      return wirePage(page, (alert) => alertToWire(alert, reader))
    },
  )

  app.post(
    '/alerts/:id/ack',
    {
      config: { roles: ['planner'], problems: ['not_found'], headers: ['accept-language'] },
      schema: {
        tags,
        summary: 'Acknowledge an alert',
        description: 'Once: who acknowledged it first stays.',
        params: idParams,
        response: { 200: alertSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const alert = await registry.alerts.ack(id, asking(request).name, clock())
      return alertToWire(found(alert, 'alert', id), readerOf(request, context))
    },
  )
}
