import type { ApiContext, App } from '../context.ts'
import { newSiteSchema, siteFromWire, siteSchema, siteToWire } from '../schemas/site.ts'
import { registerRoutes } from './register-routes.ts'
import { type Needing, refuseInUse, retirePlaceRoute } from './retire-place.ts'

export function siteRoutes(app: App, context: ApiContext): void {
  const { sites, containers } = context.registry
  const needing: Needing = async (id) =>
    (await containers.all())
      .filter(({ active, siteId }) => active && siteId === id)
      .map((container) => `container "${container.id}"`)

  registerRoutes(app, context, {
    path: 'sites',
    kind: 'site',
    register: sites,
    schema: siteSchema,
    newSchema: newSiteSchema,
    toWire: siteToWire,
    fromWire: siteFromWire,
    check: async ({ id, active }) => {
      if (!active) await refuseInUse('site', id, needing)
    },
  })
  retirePlaceRoute(app, { path: 'sites', kind: 'site', register: sites, needing })
}
