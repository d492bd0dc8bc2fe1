import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { add, bin } from '../fleet.fixture.ts'

test('a method that a path does not know is refused with those that it knows', async () => {
  await using t = await openApi()
  for (const [method, path, allow] of [
    ['DELETE', '/api/v1/containers', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/api/v1/containers/bin-1', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['PATCH', '/api/v1/containers/import', 'DELETE, GET, HEAD, OPTIONS, POST, PUT'],
    ['POST', '/api/v1/plans/p-1', 'GET, HEAD, OPTIONS, PATCH'],
    ['PUT', '/api/v1/runs/r-1/link', 'DELETE, OPTIONS, POST'],
    ['GET', '/api/v1/runs/r-1/link', 'DELETE, OPTIONS, POST'],
    ['DELETE', '/api/v1/runs/r-1.gpx', 'GET, HEAD, OPTIONS'],
    ['HEAD', '/api/v1/stream', 'GET, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['PUT', '/', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const answer = await t.ask(method, path, { token: null })
    expect({ method, path, status: answer.status, allow: answer.headers.allow }).toEqual({
      method,
      path,
      status: 405,
      allow,
    })
    if (method !== 'HEAD')
      expect(answer).toMatchObject({
        headers: { 'content-type': expect.stringContaining('application/problem+json') },
        json: { code: 'method_not_allowed', status: 405 },
      })
  }
})

test('what the refused request carries does not matter', async () => {
  await using t = await openApi()
  for (const raw of [
    { type: 'application/json', text: '{' },
    { type: 'application/xml', text: '<a/>' },
  ])
    expect((await t.ask('DELETE', '/api/v1/containers', { raw })).json.code).toBe(
      'method_not_allowed',
    )
})

test('OPTIONS says what a path knows', async () => {
  await using t = await openApi()
  const answer = await t.ask('OPTIONS', '/api/v1/settings', { token: null })
  expect(answer).toMatchObject({
    status: 204,
    text: '',
    headers: { allow: 'GET, HEAD, OPTIONS, PUT' },
  })
})

test('HEAD is answered as GET is, without the body', async () => {
  await using t = await openApi()
  await add(t, 'containers', bin('a'))
  const headers = { accept: 'text/csv' }
  const csv = await t.ask('HEAD', '/api/v1/containers/a/readings', { headers })
  expect(csv).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-type': 'text/csv; charset=utf-8', 'complete-until': expect.any(String) },
  })
  const head = await t.ask('HEAD', '/api/v1/settings')
  const get = await t.ask('GET', '/api/v1/settings')
  expect(head).toMatchObject({ status: 200, text: '', headers: { etag: get.headers.etag } })
})

test('a container may be called as a path is', async () => {
  await using t = await openApi()
  await add(t, 'containers', bin('import'))
  expect((await t.ask('GET', '/api/v1/containers/import')).json.id).toBe('import')
})

test('a path that does not exist is not found, whatever the method', async () => {
  await using t = await openApi()
  for (const method of ['GET', 'DELETE', 'OPTIONS'] as const)
    expect((await t.ask(method, '/api/v1/nothing')).json.code).toBe('not_found')
})
