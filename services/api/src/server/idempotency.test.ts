import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { createOnce } from './idempotency.ts'

test('two requests with one key are one piece of work, however late the second hears that there was none', async () => {
  const answers = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  let asked = 0
  const once = createOnce({
    registry: {
      idempotency: {
        find: async () => answers[asked++]?.promise,
        remember: async () => {},
      },
    },
    clock: () => 0,
  })
  const request = {
    headers: { 'idempotency-key': 'k' },
    routeOptions: { url: '/plans' },
    principal: { id: 'planner' },
    url: '/plans',
    body: { date: '2026-11-24' },
  } as unknown as FastifyRequest
  let made = 0
  const make = async () => `plan ${++made}`
  const [first, second] = [once(request, make), once(request, make)]
  answers[0]?.resolve(undefined)
  expect(await first).toBe('plan 1')
  answers[1]?.resolve(undefined)
  expect(await second).toBe('plan 1')

  const other = { ...request, body: { date: '2026-11-25' } } as FastifyRequest
  const [one, another] = [once(request, make), once(other, make)]
  expect(await one).toBe('plan 2')
  await expect(another).rejects.toMatchObject({ code: 'idempotency_key_reused' })
})
