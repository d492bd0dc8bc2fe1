import { type ExportContext, runCsv, runGeoJson, runGpx } from '@bakwacht/planning'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idParams } from '../schemas/id.ts'
import { readerOf } from '../server/language.ts'
import { found } from '../server/problem.ts'

type Export = (run: Parameters<typeof runCsv>[0], context: ExportContext) => string

const FORMATS = {
  geojson: ['application/geo+json', (run, context) => JSON.stringify(runGeoJson(run, context))],
  gpx: ['application/gpx+xml', runGpx],
  csv: ['text/csv; charset=utf-8', runCsv],
} as const satisfies Record<string, readonly [type: string, write: Export]>

export function runExportRoutes(app: App, context: ApiContext): void {
  const { registry } = context
  for (const [ending, [type, write]] of Object.entries(FORMATS))
    app.get(
      `/runs/:id.${ending}`,
      {
        config: {
          roles: ['viewer', 'driver'],
          runToken: 'own',
          problems: ['not_found'],
          headers: ['accept-language'],
        },
        schema: {
          tags: ['runs'],
          summary: `A run as ${ending === 'geojson' ? 'GeoJSON' : ending.toUpperCase()}`,
          params: idParams,
          response: {
            200: {
              description: 'Stops in driving order.',
              content: { [type.split(';')[0] ?? type]: { schema: z.string() } },
            },
          },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const text = await exported(request, id, write)
        reply.header('content-disposition', `inline; filename="run-${fileName(id)}.${ending}"`)
        return reply.type(type).send(text as never)
      },
    )

  async function exported(request: FastifyRequest, id: string, write: Export): Promise<string> {
    const run = found(await registry.plans.run(id), 'run', id)
    const [depot, vehicle, containers] = await Promise.all([
      registry.depots.find(run.depotId),
      registry.vehicles.find(run.vehicleId),
      registry.containers.all(),
    ])
    return write(run, {
      ...readerOf(request, context),
      depot: found(depot, 'depot', run.depotId),
      vehicle: found(vehicle, 'vehicle', run.vehicleId),
      containers,
    })
  }
}

const fileName = (id: string) => id.replaceAll(/[^A-Za-z0-9._-]/g, '_')
