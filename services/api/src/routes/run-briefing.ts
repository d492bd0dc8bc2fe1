import type { ApiContext, App } from '../context.ts'
import { briefingSchema } from '../schemas/briefing.ts'
import { idParams } from '../schemas/id.ts'
import { found } from '../server/problem.ts'

export function runBriefingRoute(app: App, { registry }: ApiContext): void {
  app.get(
    '/runs/:id/briefing',
    {
      config: { roles: ['viewer', 'driver'], runToken: 'own', problems: ['not_found'] },
      schema: {
        tags: ['runs'],
        summary: 'What the driver of a run needs to know beside it',
        params: idParams,
        response: { 200: briefingSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const run = found(await registry.plans.run(id), 'run', id)
      const vehicle = await registry.vehicles.find(run.vehicleId)
      const notes = run.stops.map(async ({ id: stop_id, containerId }) => {
        const container = await registry.containers.find(containerId ?? '')
        return container?.note ? [{ stop_id, note: container.note }] : []
      })
      return {
        vehicle_name: vehicle?.name ?? run.vehicleId,
        notes: (await Promise.all(notes)).flat(),
      }
    },
  )
}
