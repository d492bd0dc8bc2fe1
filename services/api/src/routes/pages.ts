// The pages as services/web builds them: plain files, served as they are.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { App } from '../context.ts'

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url))
export const DESK_PAGE = join(BUILT, 'index.html')

/** Addresses within the desk: its script draws what they name. */
const DESK = ['/', '/containers/*', '/register/*', '/settings', '/settings/*']

const open = { config: { roles: 'public' }, schema: { hide: true } } as const

/** @param built the folder that the build of services/web fills */
export function pageRoutes(app: Pick<App, 'get' | 'register'>, built = BUILT): void {
  app.register(fastifyStatic, { root: built, serve: false, preCompressed: true })
  const page = (url: string, file: string) =>
    app.get(url, open, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, { cacheControl: false }),
    )
  for (const url of DESK) page(url, 'index.html')
  page('/driver', 'driver.html')
  // At the root: a worker looks after what is below its own address, the driver's page among it.
  page('/driver-worker.js', 'driver-worker.js')
  page('/driver.webmanifest', 'driver.webmanifest')
  app.get<{ Params: { '*': string } }>('/icons/*', open, (request, reply) =>
    reply.sendFile(`icons/${request.params['*']}`, { maxAge: '1d' }),
  )
  // A file's name changes with what is in it.
  app.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { immutable: true, maxAge: '1y' }),
  )
}
