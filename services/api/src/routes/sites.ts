import type { ApiContext, App } from '../context.ts'
import { newSiteSchema, siteFromWire, siteSchema, siteToWire } from '../schemas/site.ts'
import { registerRoutes } from './register-routes.ts'

export function siteRoutes(app: App, context: ApiContext): void {
  registerRoutes(app, context, {
    path: 'sites',
    kind: 'site',
    register: context.registry.sites,
    schema: siteSchema,
    newSchema: newSiteSchema,
    toWire: siteToWire,
    fromWire: siteFromWire,
  })
}
