import { wireTime, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { principalOf, runsOpen, SESSION_COOKIE } from '../auth/identify.ts'
import { requireSameOrigin } from '../auth/origin.ts'
import type { Principal } from '../auth/principal.ts'
import { asking } from '../auth/principal.ts'
import { ANYONE, actsAs } from '../auth/roles.ts'
import type { ApiContext, App } from '../context.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { sessionSchema } from '../schemas/session.ts'

export function sessionRoutes(app: App, context: ApiContext): void {
  const { config, clock } = context
  const tags = ['session']
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.tls !== undefined || config.publicUrl?.startsWith('https:') === true,
  } as const
  const toWire = (principal: Principal) => ({
    name: principal.name,
    role: principal.role,
    acts_as: actsAs(principal.role),
    run_id: principal.runId,
    expires_at: wireTimeOrNull(principal.expiresAt),
    open: runsOpen(context),
    now: wireTime(clock()),
    timezone: config.timezone,
  })

  app.post(
    '/session',
    {
      config: { roles: 'public', problems: ['invalid_token', 'foreign_origin', 'invalid_body'] },
      schema: {
        tags,
        summary: 'Turn a token into a session cookie',
        description: 'For pages and event streams; the cookie cannot be read by scripts.',
        body: z.strictObject({ token: z.string().trim().min(1).max(500) }),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, config.publicUrl)
      const { token } = request.body
      const principal = await principalOf(token, context, true)
      const { expiresAt } = principal
      reply.setCookie(SESSION_COOKIE, token, {
        ...cookie,
        ...(expiresAt !== null && { expires: new Date(expiresAt) }),
      })
      return toWire(principal)
    },
  )

  app.get(
    '/session',
    {
      config: { roles: [...ANYONE], runToken: 'filtered', afterRun: true },
      schema: { tags, summary: 'Who is asking', response: { 200: sessionSchema } },
    },
    async (request) => toWire(asking(request)),
  )

  app.delete(
    '/session',
    {
      config: { roles: 'public', problems: ['foreign_origin'] },
      schema: { tags, summary: 'Sign out', response: { 204: emptyAnswer } },
    },
    async (request, reply) => {
      requireSameOrigin(request, config.publicUrl)
      return reply.clearCookie(SESSION_COOKIE, cookie).code(204).send()
    },
  )
}
