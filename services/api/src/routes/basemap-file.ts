import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import { z } from 'zod'
import { ANYONE } from '../auth/roles.ts'
import { PMTILES_PATH } from '../basemap/shown-basemap.ts'
import type { ApiContext, App } from '../context.ts'
import { Problem } from '../server/problem.ts'

/** The file of PMTiles that the operator named, by ranges of bytes. */
export function basemapFileRoute(app: App, { config: { basemap }, log }: ApiContext): void {
  if (basemap?.kind === 'file' && !existsSync(basemap.path))
    log.warn({ path: basemap.path }, 'BAKWACHT_BASEMAP names a file that is not there')
  app.register(fastifyStatic, { root: resolve('.'), serve: false })
  app.get(
    PMTILES_PATH,
    {
      config: { roles: [...ANYONE], problems: ['not_found'] },
      schema: {
        tags: ['map'],
        summary: 'The PMTiles that are set, a range of bytes at a time',
        response: {
          200: {
            description: 'PMTiles; 206 for a range.',
            content: { 'application/octet-stream': { schema: z.string() } },
          },
        },
      },
    },
    async (_request, reply) => {
      if (basemap?.kind !== 'file')
        throw new Problem('not_found', 'BAKWACHT_BASEMAP names no file of PMTiles')
      reply.type('application/octet-stream').header('cache-control', 'private, no-cache')
      return reply.sendFile(resolve(basemap.path), '/', { cacheControl: false })
    },
  )
}
