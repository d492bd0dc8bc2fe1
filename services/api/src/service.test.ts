import { expect, test } from 'vitest'
import { openApi } from './api.fixture.ts'

test('an API on fresh stores is alive and ready', async () => {
  await using t = await openApi()
  expect((await t.ask('GET', '/healthz', { token: null })).json).toEqual({ status: 'alive' })
  const ready = () => t.ask('GET', '/readyz', { token: null })
  const json = { status: 'ready', reasons: [], pending_devices: 0 }
  // A reading thread that is only just starting is not waited for.
  await expect.poll(ready).toMatchObject({ status: 200, json })
})

test('it answers 503 and says why when a store has gone', async () => {
  await using t = await openApi()
  await t.registry.stop()
  const ready = await t.ask('GET', '/readyz', { token: null })
  expect(ready.status).toBe(503)
  expect(ready.json).toMatchObject({
    status: 'not_ready',
    reasons: ['registry: not available'],
  })
})

test('metrics are in the format of Prometheus, with times by route and never by id', async () => {
  await using t = await openApi()
  await t.ask('GET', '/api/v1/containers/bin-17')
  const { text, headers } = await t.ask('GET', '/metrics', { token: null })
  expect(headers['content-type']).toContain('text/plain')
  expect(text).toContain('bakwacht_readings_stored_total 0')
  expect(text).toMatch(
    /bakwacht_http_request_seconds_count\{.*route="\/api\/v1\/containers\/:id".*\} 1/,
  )
  expect(text).not.toContain('bin-17')
})
