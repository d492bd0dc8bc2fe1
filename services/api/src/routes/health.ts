import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'

/** So long a number may keep the answer waiting: while histories are read, it takes its turn. */
const COUNT_WITHIN_MS = 500
const inTime = (count: Promise<number>): Promise<number | null> =>
  Promise.race([count, setTimeout(COUNT_WITHIN_MS, null, { ref: false })])

const healthySchema = z.object({ status: z.literal('alive') })
const readySchema = z.object({
  status: z.enum(['ready', 'not_ready']),
  reasons: z.array(z.string()).describe('What does not work now.'),
  pending_devices: z
    .int()
    .nullable()
    .describe('Devices with readings that no state shows yet; null: not known now.'),
})

/** No one is asked for a token here: what watches over services has none. */
export function healthRoutes(app: App, { telemetry, registry, log, metrics }: ApiContext): void {
  const tags = ['operation']

  app.get(
    '/healthz',
    {
      config: { roles: 'public' },
      schema: { tags, summary: 'Alive', response: { 200: healthySchema } },
    },
    async () => ({ status: 'alive' as const }),
  )

  app.get(
    '/readyz',
    {
      config: { roles: 'public' },
      schema: {
        tags,
        summary: 'Able to accept and plan',
        response: { 200: readySchema, 503: readySchema },
      },
    },
    async (_request, reply) => {
      const [readings, rest, pending] = await Promise.allSettled([
        telemetry.ready(),
        registry.ready(),
        inTime(telemetry.dirtyCount()),
      ])
      const faults = { readings, registry: rest, thresholds: pending }
      const reasons = Object.entries(faults).flatMap(([part, outcome]) => {
        if (outcome.status === 'fulfilled') return []
        log.warn({ err: outcome.reason, part }, 'not ready')
        return [`${part}: not available`]
      })
      return reply.code(reasons.length === 0 ? 200 : 503).send({
        status: reasons.length === 0 ? 'ready' : 'not_ready',
        reasons,
        pending_devices: pending.status === 'fulfilled' ? pending.value : null,
      })
    },
  )

  app.get(
    '/metrics',
    {
      config: { roles: 'public' },
      schema: {
        tags,
        summary: 'Metrics in the format of Prometheus',
        description: 'Counts and times alone: no ids, names or places.',
        response: {
          200: { description: 'Metrics.', content: { 'text/plain': { schema: z.string() } } },
        },
      },
    },
    async (_request, reply) => {
      const { text, contentType } = await metrics.scrape()
      return reply.header('content-type', contentType).send(text)
    },
  )
}
