import { wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { timeOrNull } from '../schemas/time.ts'
import { issuedTokenSchema, newTokenSchema, tokenSchema, tokenToWire } from '../schemas/token.ts'
import { Problem } from '../server/problem.ts'

export function tokenRoutes(app: App, { registry, clock }: ApiContext): void {
  const tags = ['tokens']

  app.get(
    '/tokens',
    {
      config: { roles: ['admin'] },
      schema: {
        tags,
        summary: 'List tokens, without their secrets',
        response: { 200: z.object({ items: z.array(tokenSchema), next_cursor: z.null() }) },
      },
    },
    async () => ({ items: (await registry.tokens.all()).map(tokenToWire), next_cursor: null }),
  )

  app.post(
    '/tokens',
    {
      config: { roles: ['admin'], problems: ['invalid_body', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'Issue a token',
        body: newTokenSchema,
        response: { 201: issuedTokenSchema },
      },
    },
    async (request, reply) => {
      const { name, role, run_id: runId, expires_at } = request.body
      const now = clock()
      const expiresAt = timeOrNull(expires_at)
      if (expiresAt !== null && expiresAt <= now) throw overAlready(expiresAt, now)
      if (runId !== null && (await registry.plans.run(runId)) === undefined)
        throw new Problem('unknown_reference', `run_id: there is no run "${runId}"`)
      const { token, secret } = await registry.tokens.issue({
        name,
        role,
        runId,
        createdAt: now,
        expiresAt,
      })
      return reply.code(201).send({ ...tokenToWire(token), secret })
    },
  )

  app.delete(
    '/tokens/:id',
    {
      config: { roles: ['admin'], problems: ['not_found'] },
      schema: {
        tags,
        summary: 'Revoke a token, at once',
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await registry.tokens.revoke(id)))
        throw new Problem('not_found', `there is no token "${id}"`)
      return reply.code(204).send()
    },
  )
}

function overAlready(expiresAt: number, now: number): Problem {
  const [got, wanted] = [wireTime(expiresAt), `a time after ${wireTime(now)}, the time here`]
  return new Problem('invalid_body', `/expires_at: got ${got}, wanted ${wanted}`, {
    errors: [{ in: 'body', field: '/expires_at', got, wanted }],
  })
}
