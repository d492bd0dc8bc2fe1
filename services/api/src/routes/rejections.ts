import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idSchema } from '../schemas/id.ts'
import { pageFields, pageOf } from '../schemas/page.ts'
import { rejectionSchema, rejectionToWire } from '../schemas/rejection.ts'

const rejectionQuery = z.strictObject({
  limit: pageFields.limit,
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'a `next_cursor`')
    .optional()
    .describe('`next_cursor` of the page before.'),
  device_id: idSchema.optional().describe('Those of this device alone.'),
})

export function rejectionRoutes(app: App, { telemetry }: ApiContext): void {
  app.get(
    '/rejections',
    {
      config: { roles: ['device-manager'] },
      schema: {
        tags: ['devices'],
        summary: 'What was refused, and why; newest first',
        description: 'The newest 10,000 are kept, at most 100 an hour of each device.',
        querystring: rejectionQuery,
        response: { 200: pageOf(rejectionSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, device_id: deviceId } = request.query
      const rejections = await telemetry.rejections({
        limit,
        ...(cursor !== undefined && { before: Number(cursor) }),
        ...(deviceId !== undefined && { deviceId }),
      })
      const last = rejections.at(-1)
      return {
        items: rejections.map(rejectionToWire),
        next_cursor: last !== undefined && rejections.length === limit ? String(last.id) : null,
      }
    },
  )
}
