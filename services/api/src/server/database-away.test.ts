import { available } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { bin } from '../fleet.fixture.ts'
import { runOnPostgres } from '../stores.fixture.ts'

describe.skipIf(!available('postgres'))('when the database goes away', () => {
  const server = runOnPostgres()

  test('every question is answered 503, to be asked again', async () => {
    await using t = await openApi()
    expect((await t.ask('GET', '/api/v1/containers')).status).toBe(200)
    await server.stop()
    for (const [method, path, body] of [
      ['GET', '/api/v1/containers', undefined],
      ['GET', '/api/v1/containers/bin-1/state', undefined],
      ['GET', '/api/v1/containers.geojson', undefined],
      ['POST', '/api/v1/containers', bin('bin-1')],
      ['GET', '/api/v1/rejections', undefined],
      ['POST', '/api/v1/plans', { date: '2026-11-24' }],
    ] as const) {
      const { status, headers, json } = await t.ask(method, path, body && { body })
      expect({ path, status, code: json.code }).toEqual({ path, status: 503, code: 'unavailable' })
      expect(headers['retry-after']).toBe('5')
    }
    expect((await t.ask('GET', '/readyz')).json).toMatchObject({
      status: 'not_ready',
      reasons: ['readings: not available', 'registry: not available', 'thresholds: not available'],
    })
  })
})
