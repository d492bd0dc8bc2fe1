import type { LoggedEvent } from '@bakwacht/registry'
import { silentLog } from '@bakwacht/runtime'
import { expect, test } from 'vitest'
import { EventPulse } from './event-pulse.ts'
import { followEvents } from './follow-events.ts'
import { ServerSentStream } from './server-sent.ts'

interface Given {
  readonly slowAfterMs?: number
  readonly heartbeatMs?: number
  readonly allowed?: () => boolean
  readonly isFor?: (text: unknown) => boolean
}

/** A log in memory, and someone who follows it. */
function begin({
  slowAfterMs = 1000,
  heartbeatMs = 1000,
  allowed = () => true,
  isFor = () => true,
}: Given = {}) {
  const logged: LoggedEvent[] = []
  const events = {
    newestId: async () => logged.length,
    after: async (id: number, limit: number) => logged.slice(id, id + limit),
  }
  const pulse = new EventPulse({ events, log: silentLog, everyMs: 1 })
  const stream = new ServerSentStream({ slowAfterMs })
  const followed = followEvents({
    events: events as never,
    pulse,
    stream,
    after: 0,
    heartbeatMs,
    textOf: ({ id, payload }) =>
      isFor(payload.text) ? `id: ${id}\ndata: ${payload.text ?? ''}\n\n` : undefined,
    stillAllowed: async () => allowed(),
  })
  const log = (text: string) =>
    logged.push({ id: logged.length + 1, at: 0, kind: 'run', subject: 'r', payload: { text } })
  return { log, stream, followed, pulse }
}

test('a client that does not read is dropped, and nobody waits for it any more', async () => {
  const { log, stream, followed } = begin({ slowAfterMs: 20 })
  for (let event = 0; event < 100; event++) log('x'.repeat(10_000))
  await followed
  expect(stream.body.destroyed).toBe(true)
})

test('a client that reads slowly gets everything in order', async () => {
  const { log, stream, followed, pulse } = begin()
  for (let event = 0; event < 500; event++) log('x'.repeat(1000))
  const ids: number[] = []
  let text = ''
  for await (const chunk of stream.body) {
    text += chunk
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    ids.push(...parts.flatMap((part) => /^id: (\d+)/.exec(part)?.[1] ?? []).map(Number))
    if (ids.length % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    if (ids.length === 500) break
  }
  await followed
  pulse.stop()
  expect(ids).toEqual(Array.from({ length: 500 }, (_, at) => at + 1))
})

test('a quiet stream says that it is still there, until its token ends', async () => {
  let asked = 0
  const { stream, followed, pulse } = begin({ heartbeatMs: 5, allowed: () => ++asked < 3 })
  let text = ''
  for await (const chunk of stream.body) text += chunk
  await followed
  pulse.stop()
  expect(text).toBe('retry: 2000\nid: 0\n\n: still here\nid: 0\n\n: still here\nid: 0\n\n')
})

test('what is not for a client, it need not be asked for again when it comes back', async () => {
  let asked = 0
  const { log, stream, followed, pulse } = begin({
    heartbeatMs: 5,
    allowed: () => ++asked < 4,
    isFor: (text) => text !== 'for others',
  })
  for (const text of ['for all', 'for others', 'for others']) log(text)
  let text = ''
  for await (const chunk of stream.body) text += chunk
  await followed
  pulse.stop()
  expect(text.match(/^id: \d+$/gm)?.slice(0, 3)).toEqual(['id: 0', 'id: 1', 'id: 3'])
})

test('a client that goes is not followed any longer', async () => {
  const { stream, followed, pulse } = begin({ heartbeatMs: 60_000 })
  stream.body.destroy()
  await followed
  pulse.stop()
  expect(stream.closed).toBe(true)
})
