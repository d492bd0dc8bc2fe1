// The gate before every route: who is asking, from where, and may they?
import type { ApiContext, App } from '../context.ts'
import type { HeaderName } from '../server/openapi-route.ts'
import { Problem, type ProblemCode } from '../server/problem.ts'
import { identify, runsOpen } from './identify.ts'
import { refuseForeign, requireSameOrigin } from './origin.ts'
import { mayAct, type RouteRoles } from './roles.ts'
import { keepToRun } from './run-token.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who the route is for. Every route must say. */
    roles?: RouteRoles
    /** What else the route may answer with, for the documentation. */
    problems?: readonly ProblemCode[]
    /** Request headers that it heeds, for the documentation. */
    headers?: readonly HeaderName[]
  }
}

export function addAuthorisation(app: App, context: ApiContext): void {
  const open = runsOpen(context)
  app.decorateRequest('principal', null)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.roles === undefined) throw new Error(`${String(method)} ${url} declares no roles`)
  })
  app.addHook('onRequest', async (request) => {
    if (open) refuseForeign(request)
    const roles = request.routeOptions.config.roles
    // Not a route of ours: the answer is 404 for everybody.
    if (roles === undefined || roles === 'public') return
    const principal = await identify(request, context)
    if (principal.ambient) requireSameOrigin(request, context.config.publicUrl)
    if (!mayAct(principal.role, roles))
      throw new Problem('forbidden', `got role ${principal.role}, wanted ${roles.join(' or ')}`)
    if (principal.runId !== null) await keepToRun(request, principal.runId, context.registry.plans)
    request.principal = principal
  })
}
