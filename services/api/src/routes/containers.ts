import type { ApiContext, App } from '../context.ts'
import { refuseEmptiedAhead } from '../fleet/emptied-ahead.ts'
import { checkReferences, containerReferences } from '../fleet/references.ts'
import {
  containerFromWire,
  containerSchema,
  containerToWire,
  newContainerSchema,
} from '../schemas/container.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { found } from '../server/problem.ts'
import { registerRoutes } from './register-routes.ts'

export function containerRoutes(app: App, context: ApiContext): void {
  const { registry, clock } = context
  registerRoutes(app, context, {
    path: 'containers',
    kind: 'container',
    register: registry.containers,
    schema: containerSchema,
    newSchema: newContainerSchema,
    toWire: containerToWire,
    fromWire: containerFromWire,
    check: (container) => {
      refuseEmptiedAhead(container, clock())
      return checkReferences(registry, containerReferences(container), container)
    },
  })

  app.delete(
    '/containers/:id',
    {
      config: { roles: ['planner'], problems: ['not_found'] },
      schema: {
        tags: ['containers'],
        summary: 'Retire a container',
        description: 'It is planned no more; its history stays.',
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [retired] = await registry.containers.change(
        [id],
        (_, before) => before && { ...before, active: false },
      )
      found(retired?.after, 'container', id)
      return reply.code(204).send()
    },
  )
}
