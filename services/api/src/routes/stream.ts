import { z } from 'zod'
import { identify } from '../auth/identify.ts'
import { asking } from '../auth/principal.ts'
import { ANYONE } from '../auth/roles.ts'
import type { ApiContext, App } from '../context.ts'
import { readerOf } from '../server/language.ts'
import { Problem } from '../server/problem.ts'
import { eventFor } from '../stream/event-for.ts'
import { followEvents } from '../stream/follow-events.ts'
import { eventText, ServerSentStream } from '../stream/server-sent.ts'

export function streamRoute(app: App, context: ApiContext): void {
  const { registry, pulse, background, log } = context
  app.get(
    '/stream',
    {
      // HEAD would begin a stream that nobody reads.
      exposeHeadRoute: false,
      config: {
        roles: [...ANYONE],
        runToken: 'filtered',
        problems: ['invalid_request'],
        headers: ['last-event-id', 'accept-language'],
      },
      schema: {
        tags: ['events'],
        summary: 'What happens, as server-sent events',
        description:
          'Events `state`, `alert`, `plan`, `run`, `vehicle_run`, `device_config`, with ids: `Last-Event-ID` goes on after it, without it the stream begins now. A comment every 15 s; who does not read is dropped. Drivers see runs alone, a token of one run sees that run.',
        response: {
          200: {
            description: 'A stream that does not end.',
            content: { 'text/event-stream': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const principal = asking(request)
      const reader = readerOf(request, context)
      const newest = await registry.events.newestId()
      // One that is still to come is another log's: of an instance that was here before.
      const after = Math.min(lastEventId(request.headers['last-event-id']) ?? newest, newest)
      const stream = new ServerSentStream()
      background.run('stream', () =>
        followEvents({
          events: registry.events,
          pulse,
          stream,
          after,
          textOf: (event) => {
            try {
              const data = eventFor(event, principal, reader)
              return data && eventText(event.id, event.kind, data)
            } catch (err) {
              // Left out: it would end every stream that comes past it, again and again.
              log.warn({ err, eventId: event.id, kind: event.kind }, 'an event cannot be told')
              return undefined
            }
          },
          stillAllowed: () => identify(request, context).then(isTrue, isFalse),
        }),
      )
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-cache, no-transform')
        .header('x-accel-buffering', 'no')
        .send(stream.body as never)
    },
  )
}

const isTrue = () => true
const isFalse = () => false

function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header)
  throw new Problem('invalid_request', 'Last-Event-ID: wanted an id of this stream')
}
