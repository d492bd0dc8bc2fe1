import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { ANYONE } from '../auth/roles.ts'
import { shownBasemap } from '../basemap/shown-basemap.ts'
import type { ApiContext, App } from '../context.ts'
import { basemapSchema } from '../schemas/basemap.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { isKnown, packedTag } from '../server/if-none-match.ts'
import { takesGzip } from '../server/takes-gzip.ts'

const TILE = 'application/vnd.mapbox-vector-tile'
const tags = ['map']
const number = z.coerce.number().int().min(0)

export function basemapRoutes(app: App, { basemap, config }: ApiContext): void {
  app.get(
    '/basemap',
    {
      config: { roles: [...ANYONE] },
      schema: {
        tags,
        summary: 'The ground of the map, and where it is found',
        response: { 200: basemapSchema },
      },
    },
    async () => shownBasemap(config.basemap, basemap.facts()),
  )

  app.get(
    '/basemap/:z/:x/:y',
    {
      config: { roles: [...ANYONE], headers: ['if-none-match'] },
      schema: {
        tags,
        summary: 'A vector tile of the imported basemap',
        params: z.object({ z: number.max(22), x: number, y: number }),
        querystring: z.object({
          v: z.string().max(100).optional().describe('The map that it is of: then it may be kept.'),
        }),
        response: {
          200: { description: 'A vector tile.', content: { [TILE]: { schema: z.string() } } },
          204: emptyAnswer.describe('There is nothing in it.'),
          304: emptyAnswer,
        },
      },
    },
    async (request, reply) => {
      // Asked for once: another may be put in its place while this answer is made.
      const map = basemap.map()
      const identity = map?.facts.identity
      const isOf = identity !== undefined && request.query.v === identity
      reply.header(
        'cache-control',
        isOf ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      )
      const { z, x, y } = request.params
      const tile = map?.tile(z, x, y)
      if (tile === undefined) return reply.code(204).send()
      const gzip = takesGzip(request)
      const tag = gzip ? packedTag(`"${identity}"`) : `"${identity}"`
      reply.header('etag', tag).header('vary', 'accept-encoding')
      if (isKnown(request, tag)) return reply.code(304).send()
      reply.type(TILE)
      if (!gzip) return reply.send(gunzipSync(tile) as never)
      return reply.header('content-encoding', 'gzip').send(tile as never)
    },
  )
}
