import type { ApiContext, App } from '../context.ts'
import { checkReferences } from '../fleet/references.ts'
import { calendarFromWire, calendarSchema, calendarToWire } from '../schemas/calendar.ts'

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
    async () => calendarToWire(await registry.calendar.get()),
  )

  app.put(
    '/calendar',
    {
      config: { roles: ['planner'], problems: ['invalid_body', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'Replace the calendar',
        body: calendarSchema,
        response: { 200: calendarSchema },
      },
    },
    async (request) => {
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
      await registry.calendar.put(calendar)
      return calendarToWire(calendar)
    },
  )
}
