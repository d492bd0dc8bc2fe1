import type { ApiContext, App } from '../context.ts'
import { checkReferences, vehicleReferences } from '../fleet/references.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import {
  newVehicleSchema,
  vehicleFromWire,
  vehicleSchema,
  vehicleToWire,
} from '../schemas/vehicle.ts'
import { found } from '../server/problem.ts'
import { registerRoutes } from './register-routes.ts'

export function vehicleRoutes(app: App, context: ApiContext): void {
  const { registry } = context
  registerRoutes(app, context, {
    path: 'vehicles',
    kind: 'vehicle',
    register: registry.vehicles,
    schema: vehicleSchema,
    newSchema: newVehicleSchema,
    toWire: vehicleToWire,
    fromWire: vehicleFromWire,
    check: (vehicle) => checkReferences(registry, vehicleReferences(vehicle), vehicle),
  })

  app.delete(
    '/vehicles/:id',
    {
      config: { roles: ['planner'], problems: ['not_found'] },
      schema: {
        tags: ['vehicles'],
        summary: 'Retire a vehicle',
        description: 'It is planned no more; its runs stay.',
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const [retired] = await registry.vehicles.change(
        [id],
        (_, before) => before && { ...before, active: false },
      )
      found(retired?.after, 'vehicle', id)
      return reply.code(204).send()
    },
  )
}
