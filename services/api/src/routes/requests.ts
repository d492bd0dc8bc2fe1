import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idParams } from '../schemas/id.ts'
import { newRequestSchema, requestSchema, requestToWire } from '../schemas/request.ts'
import { found, Problem } from '../server/problem.ts'

export function requestRoutes(app: App, { registry, clock, ids, once }: ApiContext): void {
  const tags = ['containers']

  app.post(
    '/containers/:id/requests',
    {
      config: {
        roles: ['planner'],
        headers: ['idempotency-key'],
        problems: ['not_found', 'conflict', 'invalid_body', 'idempotency_key_reused'],
      },
      schema: {
        tags,
        summary: 'Ask for a container to be emptied',
        description: 'Open until it is emptied. `Idempotency-Key` makes asking twice ask once.',
        params: idParams,
        body: newRequestSchema,
        response: { 201: requestSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const container = found(await registry.containers.find(id), 'container', id)
      if (!container.active)
        throw new Problem('conflict', `container "${id}" is retired`, {}, 'bin_retired')
      const answer = await once(request, async () => {
        const { kind, note } = request.body
        const asked = { id: ids(), containerId: id, kind, note, createdAt: clock(), closedAt: null }
        return JSON.stringify(requestToWire(await registry.requests.add(asked)))
      })
      return reply.code(201).send(requestSchema.parse(JSON.parse(answer)))
    },
  )

  app.get(
    '/containers/:id/requests',
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: {
        tags,
        summary: 'Open requests for a container',
        params: idParams,
        response: { 200: z.object({ items: z.array(requestSchema), next_cursor: z.null() }) },
      },
    },
    async (request) => {
      const { id } = request.params
      found(await registry.containers.find(id), 'container', id)
      const open = await registry.requests.open([id])
      return { items: open.map(requestToWire), next_cursor: null }
    },
  )
}
