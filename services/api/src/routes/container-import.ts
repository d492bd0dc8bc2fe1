import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { decodeText } from '../import/decode-text.ts'
import { importContainers } from '../import/import-containers.ts'
import { readCsv } from '../import/read-csv.ts'
import { readGeoJson } from '../import/read-geojson.ts'
import { reportSchema } from '../schemas/import-report.ts'
import { flagParam } from '../schemas/page.ts'

const MAX_BYTES = 10 * 1024 * 1024

const importQuery = z.strictObject({
  dry_run: flagParam.describe('true: only look what would happen.'),
})

export function containerImportRoute(app: App, { registry, clock }: ApiContext): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser(
      ['application/json', 'application/geo+json', 'text/csv'],
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    )
    ;(files as App).post(
      '/containers/import',
      {
        bodyLimit: MAX_BYTES,
        config: {
          roles: ['planner'],
          problems: ['malformed_body', 'import_rejected', 'too_large', 'unsupported_media_type'],
        },
        schema: {
          tags: ['containers'],
          summary: 'Import containers from GeoJSON or CSV: all or nothing',
          description:
            'A GeoJSON FeatureCollection (application/geo+json) whose properties are the fields of a container, or CSV (text/csv) with a header of the same names and `lon`, `lat`: UTF-8, unless the content type names its charset; cells parted by commas, or by semicolons with decimal commas; `vehicle_types` parted by `|`. Containers that are there keep what a row does not give, and a later emptying than a row says. Every bad row is named.',
          querystring: importQuery,
          response: { 200: reportSchema },
        },
      },
      async (request) => {
        const dryRun = request.query.dry_run
        const rows = await readRows(request)
        const report = await importContainers(registry, rows, { dryRun, now: clock() })
        return { dry_run: dryRun, ...report }
      },
    )
  })
}

function readRows(request: FastifyRequest) {
  const type = request.headers['content-type'] ?? ''
  const text = decodeText(Buffer.isBuffer(request.body) ? request.body : new Uint8Array(), type)
  return /^text\/csv\b/i.test(type) ? readCsv(text) : readGeoJson(text)
}
