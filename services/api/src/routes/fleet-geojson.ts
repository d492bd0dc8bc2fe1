import type { ApiContext, App } from '../context.ts'
import { fleetSchema } from '../fleet/feature.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { isKnown, packedTag } from '../server/if-none-match.ts'
import { takesGzip } from '../server/takes-gzip.ts'

export function fleetGeoJsonRoute(app: App, { fleetMap }: ApiContext): void {
  app.get(
    '/containers.geojson',
    {
      config: { roles: ['viewer'], headers: ['if-none-match'] },
      schema: {
        tags: ['containers'],
        summary: 'The fleet with its states as GeoJSON',
        description: 'With `If-None-Match` it answers 304 while nothing has changed.',
        response: {
          200: {
            description: 'A FeatureCollection.',
            content: { 'application/geo+json': { schema: fleetSchema } },
          },
          304: emptyAnswer,
        },
      },
    },
    async (request, reply) => {
      const { body, etag, packed } = await fleetMap.current()
      const gzip = takesGzip(request)
      const tag = gzip ? packedTag(etag) : etag
      reply
        .header('etag', tag)
        .header('vary', 'accept-encoding')
        .header('cache-control', 'private, no-cache')
      if (isKnown(request, tag)) return reply.code(304).send()
      reply.type('application/geo+json')
      if (!gzip) return reply.send(body as never)
      return reply.header('content-encoding', 'gzip').send((await packed()) as never)
    },
  )
}
