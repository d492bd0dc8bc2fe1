import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { assignmentSchema, assignmentToWire } from '../schemas/device.ts'
import { idParams } from '../schemas/id.ts'
import { found } from '../server/problem.ts'

export function containerDevicesRoute(app: App, { registry }: ApiContext): void {
  app.get(
    '/containers/:id/devices',
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: {
        tags: ['containers'],
        summary: 'Which devices sat in a container when',
        params: idParams,
        response: { 200: z.object({ items: z.array(assignmentSchema), next_cursor: z.null() }) },
      },
    },
    async (request) => {
      const { id } = request.params
      found(await registry.containers.find(id), 'container', id)
      const assignments = await registry.devices.assignments({ containerId: id })
      return { items: assignments.map(assignmentToWire), next_cursor: null }
    },
  )
}
