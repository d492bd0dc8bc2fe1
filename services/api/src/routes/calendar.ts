import type { ApiContext, App } from '../context.ts'
import { checkReferences } from '../fleet/references.ts'
import { calendarFromWire, calendarSchema, calendarToWire } from '../schemas/calendar.ts'
import { contentTag, refuseOther } from '../server/content-tag.ts'

export function calendarRoutes(app: App, { registry }: ApiContext): void {
  const tags = ['settings']

  app.get(
    '/calendar',
    {
      config: { roles: ['viewer'] },
      schema: {
        tags,
        summary: 'Working days, closed days, absence',
        response: { 200: calendarSchema },
      },
    },
    async (_request, reply) => {
      const calendar = calendarToWire(await registry.calendar.get())
      reply.header('etag', contentTag(calendar))
      return calendar
    },
  )

  app.put(
    '/calendar',
    {
      config: {
        roles: ['planner'],
        headers: ['if-match'],
        problems: ['invalid_body', 'unknown_reference', 'precondition_failed'],
      },
      schema: {
        tags,
        summary: 'Replace the calendar',
        description: '`If-Match` with the ETag that was read guards against changes by others.',
        body: calendarSchema,
        response: { 200: calendarSchema },
      },
    },
    async (request, reply) => {
      const calendar = calendarFromWire(request.body)
      await checkReferences(
        registry,
        calendar.closed.map(({ depotId }, at) => ({
          field: `closed/${at}/depot_id`,
          id: depotId,
          kind: 'depot',
        })),
        { active: false },
      )
      await registry.calendar.put(calendar, (stored) =>
        refuseOther(request, calendarToWire(stored)),
      )
      const put = calendarToWire(calendar)
      reply.header('etag', contentTag(put))
      return put
    },
  )
}
