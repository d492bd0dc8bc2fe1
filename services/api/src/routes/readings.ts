import { Readable } from 'node:stream'
import { timeSchema, wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { csvOf } from '../readings/csv.ts'
import { decodeCursor, encodeCursor } from '../readings/cursor.ts'
import { everyMs, everySchema } from '../readings/every.ts'
import { rangesOf } from '../readings/ranges.ts'
import { idParams } from '../schemas/id.ts'
import { pageFields } from '../schemas/page.ts'
import { meanSchema, meanToWire, readingSchema, readingToWire } from '../schemas/reading.ts'
import { timeOf } from '../schemas/time.ts'
import { preferredType } from '../server/language.ts'
import { found, Problem } from '../server/problem.ts'

const DEFAULT_SPAN_MS = 7 * 24 * 3_600_000

const readingQuery = z.strictObject({
  from: timeSchema.optional().describe('Default: 7 days before `to`.'),
  to: timeSchema.optional().describe('Not included. Default: now.'),
  every: everySchema.optional(),
  ...pageFields,
})

const pageSchema = z.object({
  items: z.array(z.union([readingSchema, meanSchema])),
  next_cursor: z.string().nullable(),
  complete_until: timeSchema.describe('Up to when nothing is missing from this answer.'),
})

export function readingRoutes(app: App, { registry, telemetry, clock }: ApiContext): void {
  app.get(
    '/containers/:id/readings',
    {
      config: {
        roles: ['viewer'],
        problems: ['not_found', 'invalid_request', 'invalid_cursor'],
        headers: ['accept'],
      },
      schema: {
        tags: ['containers'],
        summary: "A container's readings, or their means",
        description:
          'Of all devices that sat in it, each for its time. `Accept: text/csv` gives the whole time span in one stream; its header `complete-until` says what JSON says in `complete_until`.',
        params: idParams,
        querystring: readingQuery,
        response: {
          200: {
            description: 'Readings in the order of time.',
            content: {
              'application/json': { schema: pageSchema },
              'text/csv': { schema: z.string() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { limit } = request.query
      found(await registry.containers.find(id), 'container', id)
      const asked = decodeCursor(request.query.cursor) ?? spanOf(request.query, clock())
      const ranges = await rangesOf(registry, id, asked)
      const read = reader(ranges, asked.every)
      reply.header('vary', 'accept')

      if (preferredType(request, ['application/json', 'text/csv']) === 'text/csv') {
        const { completeUntil, lines } = await csvOf(asked.every, read)
        reply.header('complete-until', wireTime(Math.min(completeUntil, asked.to)))
        reply.header('content-disposition', `attachment; filename="${fileName(id)}.csv"`)
        // HEAD wants to know what comes, not to have years of it read.
        const body = request.method === 'HEAD' ? '' : Readable.from(lines)
        return reply.type('text/csv; charset=utf-8').send(body as never)
      }
      const page = await read(limit, asked.inner)
      return reply.send({
        items: page.items,
        next_cursor: page.nextCursor && encodeCursor({ ...asked, inner: page.nextCursor }),
        complete_until: wireTime(Math.min(page.completeUntil, asked.to)),
      })
    },
  )

  /** One page, as it goes out. */
  function reader(ranges: Awaited<ReturnType<typeof rangesOf>>, every: string | undefined) {
    return async (limit: number, cursor: string | undefined) => {
      const query = { ranges, limit, ...(cursor !== undefined && { cursor }) }
      if (every === undefined) {
        const page = await telemetry.history(query)
        return { ...page, items: page.items.map(readingToWire) }
      }
      const page = await telemetry.means({ ...query, everyMs: everyMs(every) })
      return { ...page, items: page.items.map(meanToWire) }
    }
  }
}

function spanOf(
  query: {
    readonly from?: string | undefined
    readonly to?: string | undefined
    readonly every?: string | undefined
  },
  now: number,
) {
  const to = query.to === undefined ? now : timeOf(query.to)
  const from = query.from === undefined ? to - DEFAULT_SPAN_MS : timeOf(query.from)
  if (from >= to)
    throw new Problem(
      'invalid_request',
      `from: got ${wireTime(from)}, wanted before ${wireTime(to)}`,
    )
  return { from, to, every: query.every, inner: undefined }
}

const fileName = (id: string) => id.replaceAll(/[^A-Za-z0-9._-]/g, '_')
