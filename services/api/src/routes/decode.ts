import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idSchema } from '../schemas/id.ts'
import { readingSchema, readingToWire } from '../schemas/reading.ts'

const refusalSchema = z.object({ code: z.string(), message: z.string() })

const decodedSchema = z
  .object({
    accepted: z.boolean().describe('False: the whole message would be rejected.'),
    reason: refusalSchema.nullable(),
    unknown_keys: z.int().describe('Keys that would be ignored and counted.'),
    items: z.array(
      z.object({
        index: z.int(),
        reading: readingSchema.nullable().describe('As it would be stored.'),
        time_from: z.enum(['device', 'server']).nullable(),
        reason: refusalSchema.nullable().describe('Why the item would be rejected.'),
      }),
    ),
  })
  .meta({ id: 'Decoded' })

export function decodeRoute(app: App, { decode, clock }: ApiContext): void {
  app.register(async (raw) => {
    // Whatever the content type says: the doors look at the bytes alone, and so does this.
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    ;(raw as App).post(
      '/decode',
      {
        config: { roles: ['device-manager'], problems: ['too_large'] },
        schema: {
          tags: ['devices'],
          summary: 'Try a payload without storing it',
          description: 'The body is what a device would publish: JSON or CBOR.',
          querystring: z.strictObject({
            device_id: idSchema.default('device').describe('Whose payload it would be.'),
          }),
          response: { 200: decodedSchema },
        },
      },
      async (request) => {
        const payload = Buffer.isBuffer(request.body) ? request.body : new Uint8Array()
        return toWire(decode(payload, request.query.device_id, clock()))
      },
    )
  })
}

function toWire(decoded: ReturnType<ApiContext['decode']>): z.output<typeof decodedSchema> {
  if (decoded.kind === 'rejected')
    return { accepted: false, reason: refusalOf(decoded.reason), unknown_keys: 0, items: [] }
  return {
    accepted: true,
    reason: null,
    unknown_keys: decoded.unknownKeys,
    items: decoded.items.map((item) =>
      item.kind === 'rejected'
        ? { index: item.index, reading: null, time_from: null, reason: refusalOf(item.reason) }
        : {
            index: item.index,
            reading: readingToWire(item.reading),
            time_from: item.stampedByServer ? 'server' : 'device',
            reason: null,
          },
    ),
  }
}

const refusalOf = ({ code, message }: { readonly code: string; readonly message: string }) => ({
  code,
  message,
})
