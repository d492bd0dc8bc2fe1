import { DAY_MS, instantOf } from '@bakwacht/domain'
import { wireTime } from '@bakwacht/wire'
import { endLinks } from '../auth/run-token.ts'
import type { ApiContext, App } from '../context.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { linkSchema } from '../schemas/run-link.ts'
import { found, Problem } from '../server/problem.ts'

/** A phone without a signal may bring its results days later. */
const RESULTS_ACCEPTED_MS = 14 * DAY_MS

export function runLinkRoute(app: App, { registry, clock, config, publicUrl }: ApiContext): void {
  app.post(
    '/runs/:id/link',
    {
      config: { roles: ['planner'], problems: ['not_found', 'conflict'] },
      schema: {
        tags: ['runs'],
        summary: "A driver's link to this run alone",
        description:
          'It shows the run until that is done or cancelled, planned no more or given to another driver. Results are taken for 14 days after the shift.',
        params: idParams,
        response: { 201: linkSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const run = found(await registry.plans.run(id), 'run', id)
      if (run.status === 'cancelled' || run.status === 'done')
        throw new Problem('conflict', `run "${id}" is ${run.status}`, {}, 'run_closed')
      const vehicle = await registry.vehicles.find(run.vehicleId)
      const shiftEnd = vehicle ? instantOf(run.date, vehicle.shift.to, config.timezone) : 0
      const expiresAt = Math.max(run.arrival, shiftEnd) + RESULTS_ACCEPTED_MS
      const { token, secret } = await registry.tokens.issue({
        name: run.driver ?? vehicle?.name ?? run.vehicleId,
        role: 'driver',
        runId: id,
        createdAt: clock(),
        expiresAt,
      })
      return reply.code(201).send({
        url: `${publicUrl()}/driver#${secret}`,
        token: secret,
        token_id: token.id,
        expires_at: wireTime(expiresAt),
      })
    },
  )

  app.delete(
    '/runs/:id/link',
    {
      config: { roles: ['planner'], problems: ['not_found'] },
      schema: {
        tags: ['runs'],
        summary: 'Revoke every link to this run, at once',
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      found(await registry.plans.run(id), 'run', id)
      await endLinks(registry.tokens, id)
      return reply.code(204).send()
    },
  )
}
