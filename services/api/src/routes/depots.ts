import type { ApiContext, App } from '../context.ts'
import { depotFromWire, depotSchema, depotToWire, newDepotSchema } from '../schemas/depot.ts'
import { registerRoutes } from './register-routes.ts'

export function depotRoutes(app: App, context: ApiContext): void {
  registerRoutes(app, context, {
    path: 'depots',
    kind: 'depot',
    register: context.registry.depots,
    schema: depotSchema,
    newSchema: newDepotSchema,
    toWire: depotToWire,
    fromWire: depotFromWire,
  })
}
