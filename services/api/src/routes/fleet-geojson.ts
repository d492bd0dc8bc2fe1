import type { ApiContext, App } from '../context.ts'
import { fleetSchema } from '../fleet/feature.ts'
import { emptyAnswer } from '../schemas/empty.ts'

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
      const { body, etag } = await fleetMap.current()
      reply.header('etag', etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('application/geo+json').send(body as never)
    },
  )
}
