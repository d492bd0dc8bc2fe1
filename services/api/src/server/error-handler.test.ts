import { silentLog } from '@bakwacht/runtime'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { errorHandler } from './error-handler.ts'

async function statusOf(error: Error): Promise<number> {
  const app = fastify()
  app.setErrorHandler(errorHandler({ log: silentLog }))
  app.get('/', () => {
    throw error
  })
  return (await app.inject('/')).statusCode
}

test('a database that is away, cut off or silent is 503, what nobody thought of 500', async () => {
  expect(await statusOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toBe(503)
  expect(await statusOf(new Error('Connection terminated unexpectedly'))).toBe(503)
  expect(await statusOf(new Error('Query read timeout'))).toBe(503)
  expect(await statusOf(new Error('a wrong index'))).toBe(500)
})
