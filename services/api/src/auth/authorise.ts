// The gate before every route: who is asking, from where, and may they?
import type { FastifyRequest } from 'fastify'
import type { ApiContext, App } from '../context.ts'
import type { HeaderName } from '../server/openapi-route.ts'
import { Problem, type ProblemCode } from '../server/problem.ts'
import { identify, runsOpen } from './identify.ts'
import { refuseForeign, requireSameOrigin } from './origin.ts'
import { mayAct, type RouteRoles } from './roles.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who the route is for. Every route must say. */
    roles?: RouteRoles
    /**
     * What a token bound to one run may do here: `own`, if the path's `id` is that run;
     * `filtered`, the route looks after it itself. Not given: nothing.
     */
    runToken?: 'own' | 'filtered'
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
    if (principal.runId !== null) keepToRun(request, principal.runId)
    request.principal = principal
  })
}

function keepToRun(request: FastifyRequest, runId: string): void {
  const { runToken } = request.routeOptions.config
  if (runToken === 'filtered') return
  const { id } = request.params as { readonly id?: string }
  if (runToken === 'own' && id === runId) return
  throw new Problem('forbidden', `this token is for run "${runId}" alone`)
}
