import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { seed } from '../fleet.fixture.ts'

const CONTAINERS = '/api/v1/containers'
const good = {
  id: 'bin-1',
  name: 'Kerkplein',
  location: { type: 'Point', coordinates: [4.7, 50.88] },
  capacity_l: 2200,
}
const json = (text: string) => ({ raw: { type: 'application/json', text } })

test('what is not JSON is refused as such', async () => {
  await using t = await openApi()
  for (const [text, why] of [
    ['{', 'Expected property name'],
    ['', 'an empty body'],
    ['{"a":NaN}', 'Unexpected token'],
    ['\u0000', 'Unexpected token'],
    ['{"__proto__":{"a":1}}', '"__proto__"'],
    ["{'id':1}", 'Expected property name'],
  ] as const) {
    const { status, json: problem, headers } = await t.ask('POST', CONTAINERS, json(text))
    expect({ text, status, code: problem.code }).toEqual({
      text,
      status: 400,
      code: 'malformed_body',
    })
    expect(problem.detail).toContain(why)
    expect(headers['content-type']).toContain('application/problem+json')
  }
})

test('each wrong field is named with what was got and what was wanted', async () => {
  await using t = await openApi()
  const { status, json: problem } = await t.ask('POST', CONTAINERS, {
    body: {
      ...good,
      id: 'no spaces',
      capacity_l: '2200',
      location: { type: 'Point', coordinates: [50.88, 400] },
      colour: 'green',
      access: [{ days: [8], from: '7:00', to: '16:00' }],
    },
  })
  expect(status).toBe(422)
  expect(problem).toMatchObject({
    type: 'urn:bakwacht:problem:invalid_body',
    code: 'invalid_body',
    status: 422,
  })
  expect(problem.errors).toEqual(
    expect.arrayContaining([
      { in: 'body', field: '/id', got: '"no spaces"', wanted: '1 to 64 of A-Z a-z 0-9 . _ : -' },
      { in: 'body', field: '/capacity_l', got: '"2200"', wanted: 'a number' },
      { in: 'body', field: '/location/coordinates/1', got: '400', wanted: 'at most 90' },
      { in: 'body', field: '/access/0/days/0', got: '8', wanted: 'at most 7' },
      {
        in: 'body',
        field: '/colour',
        got: 'a field that is unknown here',
        wanted: 'known fields only',
      },
    ]),
  )
  expect((await t.ask('GET', CONTAINERS)).json.items).toEqual([])
})

test('bodies of another shape are refused, however deep or odd', async () => {
  await using t = await openApi()
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const deepInside = `{"id":"a","name":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`
  for (const text of ['null', '[]', '"text"', '1e999', deep, deepInside]) {
    const { status, json: problem } = await t.ask('POST', CONTAINERS, json(text))
    expect({ start: text.slice(0, 20), status, code: problem.code }).toEqual({
      start: text.slice(0, 20),
      status: 422,
      code: 'invalid_body',
    })
  }
  const infinite = JSON.stringify(good).replace('2200', '1e999')
  expect((await t.ask('POST', CONTAINERS, json(infinite))).json.errors[0].field).toBe('/capacity_l')
})

test('a body that is too large or of another type is refused', async () => {
  await using t = await openApi()
  const large = await t.ask('POST', CONTAINERS, json(`"${'x'.repeat(1024 * 1024 + 10)}"`))
  expect(large).toMatchObject({ status: 413, json: { code: 'too_large' } })
  const xml = await t.ask('POST', CONTAINERS, { raw: { type: 'text/xml', text: '<a/>' } })
  expect(xml).toMatchObject({ status: 415, json: { code: 'unsupported_media_type' } })
})

test('wrong parameters are refused, unknown ones too', async () => {
  await using t = await openApi()
  for (const query of [
    'limit=0',
    'limit=1001',
    'limit=NaN',
    'limit=1.5',
    'cursor=',
    'colour=green',
  ]) {
    const { status, json: problem } = await t.ask('GET', `${CONTAINERS}?${query}`)
    expect({ query, status, code: problem.code }).toEqual({
      query,
      status: 400,
      code: 'invalid_request',
    })
    expect(problem.errors[0].in).toBe('query')
  }
  const cursor = await t.ask('GET', `${CONTAINERS}?cursor=nonsense`)
  expect(cursor).toMatchObject({ status: 400, json: { code: 'invalid_cursor' } })
})

test('what is nowhere is 404 with a problem, for any method', async () => {
  await using t = await openApi()
  for (const [method, path] of [
    ['GET', '/nowhere'],
    ['GET', '/api/v1/nowhere'],
    ['PATCH', '/api/v1/nowhere'],
    ['GET', `${CONTAINERS}/${'x'.repeat(500)}`],
    ['GET', `${CONTAINERS}/%00`],
    ['GET', '/assets/..%2f..%2fpackage.json'],
  ] as const) {
    const { status, json: problem } = await t.ask(method, path)
    expect({ path, status, code: problem.code }).toEqual({ path, status: 404, code: 'not_found' })
  }
  for (const path of [`${CONTAINERS}/%E0%A4%A`, '/assets/%00']) {
    const { status, json: problem } = await t.ask('GET', path)
    expect({ path, status, code: problem.code }).toEqual({
      path,
      status: 400,
      code: 'invalid_request',
    })
  }
  const bodyless = await t.ask('POST', '/api/v1/plans')
  expect(bodyless.json.detail).toBe('/: got nothing, wanted an object')
})

test('nothing that can be asked of a new fleet, or of none, fails', async () => {
  await using t = await openApi()
  const { paths } = (await t.ask('GET', '/api/openapi.json')).json
  const asked = async (id: string) => {
    for (const [path, { get }] of Object.entries<{ get?: object }>(paths)) {
      if (get === undefined || path === '/api/v1/stream') continue
      const { status } = await t.ask('GET', path.replaceAll(/\{\w+\}/g, id))
      expect({ path, id, failed: status >= 500 }).toEqual({ path, id, failed: false })
    }
  }
  await asked('nobody')
  await seed(t)
  await t.ask('POST', '/api/v1/devices', { body: { id: 'sensor-1' } })
  const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-24' } })).json
  for (const id of ['bin-1', 'leuven', 'van-1', 'sensor-1', plan.id, plan.runs[0].id])
    await asked(id)
})

test('answers carry headers that keep browsers safe', async () => {
  await using t = await openApi()
  for (const path of ['/', CONTAINERS, '/nowhere']) {
    const { headers } = await t.ask('GET', path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  }
})
